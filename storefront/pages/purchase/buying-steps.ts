import { wordsHook } from '../../i18n/words.ts';

/** The steps of buying, and what they are together. */
export const useBuyingSteps = wordsHook({
  en: { label: 'Your purchase', steps: ['Reserve', 'Delivery', 'Payment', 'Done'] },
  es: { label: 'Tu compra', steps: ['Reserva', 'Envío', 'Pago', 'Listo'] },
});
