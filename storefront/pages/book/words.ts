import { plural } from '../../i18n/plural.ts';
import { wordsHook } from '../../i18n/words.ts';

const en = {
  loading: 'A book',
  price: 'Price',
  buy: 'Buy this book',
  soldOut:
    'All copies are sold or reserved. A reservation that is not paid comes back: this page shows it by itself.',
  newPrice: 'The seller has just changed the price.',
  seller: 'Sold by',
  sellerUnknown: 'The seller’s name is not available right now.',
  about: 'About this copy',
  description: 'About the book',
  details: 'Details',
  authors: plural('en', 'Author', 'Authors'),
  publisher: 'Publisher',
  year: 'Year',
  language: 'Language',
  isbn: 'ISBN',
  subjects: 'Subjects',
  added: 'In the shop since',
  delivery: 'Delivery',
  deliveryCountry: 'Deliver to',
  deliveryHint: 'Choose a country to see what delivery costs.',
  noDelivery: 'Nobody delivers there.',
  otherOffers: plural('en', '# other offer of the same edition', '# other offers of the same edition'),
  allOffers: 'All of them',
  coverOf: (title: string, authors: string) => `Cover of “${title}” by ${authors}`,
  share: (title: string, authors: string, price: string) =>
    `“${title}” by ${authors}, second-hand, ${price}.`,
};
const es: typeof en = {
  loading: 'Un libro',
  price: 'Precio',
  buy: 'Comprar este libro',
  soldOut:
    'Todos los ejemplares están vendidos o reservados. Una reserva que no se paga vuelve: esta página lo muestra sola.',
  newPrice: 'El librero acaba de cambiar el precio.',
  seller: 'Lo vende',
  sellerUnknown: 'El nombre del librero no está disponible ahora.',
  about: 'Sobre este ejemplar',
  description: 'Sobre el libro',
  details: 'Ficha',
  authors: plural('es', 'Autor', 'Autores'),
  publisher: 'Editorial',
  year: 'Año',
  language: 'Idioma',
  isbn: 'ISBN',
  subjects: 'Temas',
  added: 'En la tienda desde',
  delivery: 'Envío',
  deliveryCountry: 'Enviar a',
  deliveryHint: 'Elige un país para ver cuánto cuesta el envío.',
  noDelivery: 'Nadie hace envíos allí.',
  otherOffers: plural('es', '# oferta más de la misma edición', '# ofertas más de la misma edición'),
  allOffers: 'Ver todas',
  coverOf: (title, authors) => `Cubierta de «${title}» de ${authors}`,
  share: (title, authors, price) => `«${title}» de ${authors}, de segunda mano, ${price}.`,
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
