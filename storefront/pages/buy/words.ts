import { plural } from '../../i18n/plural.ts';
import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Reserve a book',
  by: (authors: string) => `by ${authors}`,
  soldBy: (seller: string) => `sold by ${seller}`,
  left: plural('en', 'The last copy', '# copies left'),
  soldOut: 'The last copy is sold or reserved at the moment.',
  other: 'See the book, and other offers of it',
  quantity: 'Copies',
  reserve: 'Reserve it',
  reserving: 'Reserving …',
  explain:
    'It is kept for you while you choose a delivery and pay. You pay nothing now, and can call it off.',
  again: 'Ask again',
  unanswered:
    'We have not heard whether your last reservation of this book arrived. Ask again: it is the same one, and will not be made twice.',
  askingAgain: 'The connection was lost. We ask again until there is an answer; nothing is reserved twice.',
  open: 'You have this book reserved already, for',
  goOn: 'Go on to delivery and payment',
  another: 'Reserve one more',
  bought: 'You have bought this book before.',
  seePurchase: 'See that purchase',
  gone: 'This book is not there any more',
  catalogue: 'Look in the catalogue',
};
const es: typeof en = {
  title: 'Reservar un libro',
  by: authors => `de ${authors}`,
  soldBy: seller => `vendido por ${seller}`,
  left: plural('es', 'El último ejemplar', 'Quedan # ejemplares'),
  soldOut: 'El último ejemplar está vendido o reservado en este momento.',
  other: 'Ver el libro y otras ofertas',
  quantity: 'Ejemplares',
  reserve: 'Reservarlo',
  reserving: 'Reservando …',
  explain: 'Se guarda para ti mientras eliges el envío y pagas. Ahora no pagas nada, y puedes cancelar.',
  again: 'Preguntar de nuevo',
  unanswered:
    'No sabemos si tu última reserva de este libro llegó. Pregunta de nuevo: es la misma, y no se hará dos veces.',
  askingAgain:
    'Se perdió la conexión. Preguntamos de nuevo hasta que haya respuesta; nada se reserva dos veces.',
  open: 'Ya tienes este libro reservado, durante',
  goOn: 'Seguir con el envío y el pago',
  another: 'Reservar uno más',
  bought: 'Ya compraste este libro antes.',
  seePurchase: 'Ver esa compra',
  gone: 'Este libro ya no está',
  catalogue: 'Buscar en el catálogo',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
