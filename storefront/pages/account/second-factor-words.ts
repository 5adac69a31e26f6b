import { wordsHook } from '../../i18n/words.ts';

const en = {
  off: 'Log in by the password and by a code that an app on your phone shows. Who learns your password alone does not get in.',
  on: (day: string) => `On since ${day}: a code of your app is asked for when you log in.`,
  needed: 'The store asks for it before you may administrate.',
  setUp: 'Set up a second factor',
  remove: 'Remove the second factor',
  currentPassword: 'Current password',
  goOn: 'Go on',
  tellApp: 'Tell your authenticator app this secret. It is not shown again.',
  openApp: 'Open it in an app on this device',
  ended: 'This took too long: the secret has ended. Take it out of your app, and begin anew.',
  code: 'Code',
  codeHint: 'The six digits that the app shows now. Turning it on ends all your other sessions.',
  turnOn: 'Turn it on',
  recoveryCodes: 'Recovery codes',
  keepCodes:
    'Write these codes down, or print them: each opens your account once where you do not have the app. They are not shown again.',
  kept: 'I have kept them',
  removeMeans: 'From then on the password alone opens your account. The recovery codes are good no more.',
  removeCodeHint: 'The six digits that the app shows now, or a recovery code.',
  removed: 'The second factor is removed.',
};
const es: typeof en = {
  off: 'Entra con la contraseña y con un código que muestra una aplicación de tu teléfono. Quien solo sepa tu contraseña no entra.',
  on: day => `Activo desde el ${day}: al entrar se pide un código de tu aplicación.`,
  needed: 'La tienda lo pide antes de que puedas administrar.',
  setUp: 'Poner un segundo factor',
  remove: 'Quitar el segundo factor',
  currentPassword: 'Contraseña actual',
  goOn: 'Seguir',
  tellApp: 'Da este secreto a tu aplicación de códigos. No se muestra otra vez.',
  openApp: 'Abrirlo en una aplicación de este dispositivo',
  ended: 'Pasó demasiado tiempo: el secreto ya no vale. Quítalo de tu aplicación y empieza de nuevo.',
  code: 'Código',
  codeHint:
    'Las seis cifras que la aplicación muestra ahora. Al activarlo terminan todas tus otras sesiones.',
  turnOn: 'Activarlo',
  recoveryCodes: 'Códigos de recuperación',
  keepCodes:
    'Anota estos códigos, o imprímelos: cada uno abre tu cuenta una vez cuando no tengas la aplicación. No se muestran otra vez.',
  kept: 'Ya los guardé',
  removeMeans:
    'Desde entonces la contraseña sola abre tu cuenta. Los códigos de recuperación dejan de valer.',
  removeCodeHint: 'Las seis cifras que la aplicación muestra ahora, o un código de recuperación.',
  removed: 'El segundo factor está quitado.',
};

/** The words of the account's second factor. */
export const useSecondFactorWords = wordsHook({ en, es });
