import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Log in',
  email: 'E-mail address',
  password: 'Password',
  code: 'Code of your second factor',
  codeHint: 'The six digits that your app shows now, or a recovery code.',
  forgotten: 'Forgotten your password?',
  newHere: 'New here?',
  register: 'Make an account',
};
const es: typeof en = {
  title: 'Entrar',
  email: 'Correo electrónico',
  password: 'Contraseña',
  code: 'Código de tu segundo factor',
  codeHint: 'Las seis cifras que tu aplicación muestra ahora, o un código de recuperación.',
  forgotten: '¿Olvidaste la contraseña?',
  newHere: '¿Primera vez aquí?',
  register: 'Crear una cuenta',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
