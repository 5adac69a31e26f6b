import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Log in',
  email: 'E-mail address',
  password: 'Password',
  forgotten: 'Forgotten your password?',
  newHere: 'New here?',
  register: 'Make an account',
};
const es: typeof en = {
  title: 'Entrar',
  email: 'Correo electrónico',
  password: 'Contraseña',
  forgotten: '¿Olvidaste la contraseña?',
  newHere: '¿Primera vez aquí?',
  register: 'Crear una cuenta',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
