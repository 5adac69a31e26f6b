import { wordsHook } from '../../i18n/words.ts';

const en = {
  cancel: 'Call it off',
  cancelTitle: 'Call the purchase off?',
  cancelUnpaid: 'The book is for sale again at once. Nothing was charged.',
  cancelPaid: 'The book is for sale again at once, and you get your money back.',
  reason: 'Why? (optional)',
  reasonHint: 'The seller can read it.',
  cancelled: 'The purchase was called off.',
  arrived: 'It has arrived',
  thanks: 'Thank you! The purchase is complete.',
};
const es: typeof en = {
  cancel: 'Cancelarla',
  cancelTitle: '¿Cancelar la compra?',
  cancelUnpaid: 'El libro vuelve a estar a la venta enseguida. No se cobró nada.',
  cancelPaid: 'El libro vuelve a estar a la venta enseguida y recuperas tu dinero.',
  reason: '¿Por qué? (opcional)',
  reasonHint: 'Quien vende puede leerlo.',
  cancelled: 'La compra se canceló.',
  arrived: 'Ya llegó',
  thanks: '¡Gracias! La compra está completa.',
};

/** The words of what a buyer can do with a purchase beside paying it. */
export const useActionWords = wordsHook({ en, es });
