import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'A new password',
  password: 'New password',
  hint: 'At least 8 characters, no common password, not words about books alone, and nothing of your e-mail address.',
  save: 'Set the password',
  done: 'Your new password holds',
  doneWhy: 'You were logged out everywhere. Log in with it.',
  login: 'Log in',
  ended: 'Has the link ended?',
  again: 'Have another one sent',
};
const es: typeof en = {
  title: 'Una contraseña nueva',
  password: 'Contraseña nueva',
  hint: 'Al menos 8 caracteres, que no sea una contraseña común ni solo palabras sobre libros, ni contenga tu correo.',
  save: 'Guardar la contraseña',
  done: 'Tu contraseña nueva ya vale',
  doneWhy: 'Tu sesión se cerró en todas partes. Entra con ella.',
  login: 'Entrar',
  ended: '¿El enlace terminó?',
  again: 'Pedir otro',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
