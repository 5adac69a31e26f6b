import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Is this your address?',
  ask: 'Say that the address of your account is yours: then it can be used, and a forgotten password can be helped.',
  confirm: 'Yes, it is mine',
  done: 'Thank you: the address is yours',
  account: 'Your account',
};
const es: typeof en = {
  title: '¿Es esta tu dirección?',
  ask: 'Confirma que la dirección de tu cuenta es tuya: así se puede usar, y ayudar con una contraseña olvidada.',
  confirm: 'Sí, es mía',
  done: 'Gracias: la dirección es tuya',
  account: 'Tu cuenta',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
