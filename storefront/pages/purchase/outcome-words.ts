import { wordsHook } from '../../i18n/words.ts';

const en = {
  PENDING: 'Your copy is being reserved …',
  PENDING_advice: 'That takes a moment; this page tells when it is done.',
  REJECTED: 'Nothing could be reserved',
  REJECTED_advice: 'Somebody else was faster, or the seller has changed the offer. Nothing was charged.',
  AWAITING_PAYMENT: 'Reserved for you',
  AWAITING_PAYMENT_advice: 'Time left to pay it:',
  EXPIRED: 'The reservation has run out',
  EXPIRED_advice: 'It was not paid in time, and the book is for sale again. Nothing was charged.',
  PAID: 'Thank you: it is paid',
  PAID_advice: 'The seller now sends it off. You see it here when that is done.',
  SHIPPED: 'It is on its way',
  SHIPPED_advice: 'Say so when it has arrived: then the purchase is complete.',
  DELIVERED: 'It has arrived',
  DELIVERED_advice: 'The purchase is complete. Enjoy the book.',
  CANCELLED: 'The purchase was called off',
  CANCELLED_advice: 'The book is for sale again. What was paid is given back.',
};
const es: typeof en = {
  PENDING: 'Tu ejemplar se está reservando …',
  PENDING_advice: 'Tarda un momento; esta página avisa cuando esté listo.',
  REJECTED: 'No se pudo reservar nada',
  REJECTED_advice: 'Alguien fue más rápido, o quien vende cambió la oferta. No se cobró nada.',
  AWAITING_PAYMENT: 'Reservado para ti',
  AWAITING_PAYMENT_advice: 'Tiempo que queda para pagar:',
  EXPIRED: 'La reserva venció',
  EXPIRED_advice: 'No se pagó a tiempo y el libro está otra vez a la venta. No se cobró nada.',
  PAID: 'Gracias: está pagado',
  PAID_advice: 'Ahora quien vende lo envía. Aquí verás cuando esté hecho.',
  SHIPPED: 'Va en camino',
  SHIPPED_advice: 'Dilo cuando llegue: con eso la compra queda completa.',
  DELIVERED: 'Llegó',
  DELIVERED_advice: 'La compra está completa. Disfruta el libro.',
  CANCELLED: 'La compra se canceló',
  CANCELLED_advice: 'El libro está otra vez a la venta. Lo pagado se devuelve.',
};

/** What each status means to the buyer, and what to do. */
export const useOutcomeWords = wordsHook({ en, es });
