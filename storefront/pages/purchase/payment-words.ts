import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'How do you pay?',
  CREDIT_CARD: 'Credit card',
  DEBIT_CARD: 'Debit card',
  PAYPAL: 'PayPal',
  BANK_TRANSFER: 'Bank transfer',
  method: 'Method',
  simulated: 'Payments are simulated here: no money moves. Choose how yours goes.',
  token: 'This payment',
  tok_approved: 'goes well',
  tok_declined: 'is declined',
  tok_insufficient_funds: 'is declined: not enough money',
  tok_timeout: 'goes well, but the answer takes seconds to come',
  tok_error_then_approved: 'fails at first, then goes well',
  pay: (amount: string) => `Pay ${amount}`,
  paying: 'Paying …',
  again: 'Ask again',
  unanswered:
    'We have not heard whether your payment arrived. Ask again: it is the same payment, and is never charged twice.',
  askingAgain: 'The connection was lost. We ask again until there is an answer; nothing is charged twice.',
  declined: 'The last payment was declined; nothing was taken. Pay in another way.',
  settling: 'Your payment is being settled. You need not do anything: this page tells when it is done.',
};
const es: typeof en = {
  title: '¿Cómo pagas?',
  CREDIT_CARD: 'Tarjeta de crédito',
  DEBIT_CARD: 'Tarjeta de débito',
  PAYPAL: 'PayPal',
  BANK_TRANSFER: 'Transferencia bancaria',
  method: 'Medio de pago',
  simulated: 'Aquí los pagos son simulados: no se mueve dinero. Elige cómo sale el tuyo.',
  token: 'Este pago',
  tok_approved: 'sale bien',
  tok_declined: 'se rechaza',
  tok_insufficient_funds: 'se rechaza: no hay fondos',
  tok_timeout: 'sale bien, pero la respuesta tarda unos segundos',
  tok_error_then_approved: 'falla primero y luego sale bien',
  pay: amount => `Pagar ${amount}`,
  paying: 'Pagando …',
  again: 'Preguntar de nuevo',
  unanswered: 'No sabemos si tu pago llegó. Pregunta de nuevo: es el mismo pago, y nunca se cobra dos veces.',
  askingAgain:
    'Se perdió la conexión. Preguntamos de nuevo hasta que haya respuesta; nada se cobra dos veces.',
  declined: 'El último pago fue rechazado; no se cobró nada. Paga de otra manera.',
  settling: 'Tu pago se está procesando. No tienes que hacer nada: esta página avisa cuando esté listo.',
};

/** The words of the step that pays. */
export const usePaymentWords = wordsHook({ en, es });
