import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Forgotten password',
  email: 'E-mail address',
  hint: 'The one of your account.',
  send: 'Send me a link',
  sent: 'Look at your mail',
  sentWhy:
    'If there is an account with this address, a mail with a link is on its way to it. The link is good for an hour. Nothing came? Look among the unwanted mail, or check the address.',
  remembered: 'Do you remember it?',
  login: 'Log in',
};
const es: typeof en = {
  title: 'Contraseña olvidada',
  email: 'Correo electrónico',
  hint: 'El de tu cuenta.',
  send: 'Enviarme un enlace',
  sent: 'Mira tu correo',
  sentWhy:
    'Si hay una cuenta con esta dirección, le llegará un correo con un enlace, que vale una hora. ¿No llega nada? Mira entre el correo no deseado, o revisa la dirección.',
  remembered: '¿La recuerdas?',
  login: 'Entrar',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
