import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Make an account',
  name: 'Name',
  nameHint: 'Shown to those whom you buy from and sell to.',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: 'At least 8 characters. A few words in a row are easy to keep in mind and hard to guess.',
  known: 'You have an account?',
  logIn: 'Log in',
  mailed: 'Look at your mail',
  mailedWhy:
    'A mail is on its way to this address. Its link makes the account and is good for a day; then log in with the password that you chose. Nothing came? Look among the unwanted mail, or check the address.',
};
const es: typeof en = {
  title: 'Crear una cuenta',
  name: 'Nombre',
  nameHint: 'Lo ven aquellos a quienes compras y vendes.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  passwordHint: 'Al menos 8 caracteres. Unas palabras seguidas se recuerdan fácil y cuesta adivinarlas.',
  known: '¿Ya tienes cuenta?',
  logIn: 'Entrar',
  mailed: 'Mira tu correo',
  mailedWhy:
    'Va un correo en camino a esta dirección. Su enlace crea la cuenta y vale un día; después entra con la contraseña que elegiste. ¿No llega nada? Mira entre el correo no deseado, o revisa la dirección.',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
