import type { MailKind } from './request-mail.ts';

/** A registration of an address that has an account is told in words of its own. */
type About = MailKind | 'ACCOUNT_EXISTS';

interface Words {
  subject: string;
  text: string;
}

/** What a mail says, in English and Spanish below each other: the store does not know which one its reader reads. */
export function wordsOf(kind: About, name: string | undefined, link: string): Words {
  const { subject, english, spanish } = parts[kind](link);
  return {
    subject,
    text: `Hello${name ? ` ${name}` : ''},\n\n${english}\n\n———\n\nHola${name ? `, ${name}` : ''}:\n\n${spanish}\n`,
  };
}

const notYou = {
  english:
    'Was it not you? Set your password anew at once, by "forgotten password" on the page for logging in.',
  spanish:
    '¿No fue usted? Cambie la contraseña enseguida, con «olvidé la contraseña» en la página de entrada.',
};

const parts: Readonly<
  Record<About, (link: string) => { subject: string; english: string; spanish: string }>
> = {
  RESET_PASSWORD: link => ({
    subject: 'Set your password anew · Cambie su contraseña',
    english: `Somebody, probably you, has forgotten the password of your account. Open this link within an hour to set a new one:\n\n${link}\n\nWas it not you? Then do nothing: the password stays as it is.`,
    spanish: `Alguien, probablemente usted, olvidó la contraseña de su cuenta. Abra este enlace antes de una hora para poner otra:\n\n${link}\n\n¿No fue usted? No haga nada: la contraseña sigue igual.`,
  }),
  VERIFY_EMAIL: link => ({
    subject: 'Is this your address? · ¿Es esta su dirección?',
    english: `An account of the bookstore has this e-mail address. Open this link within three days to say that it is yours:\n\n${link}\n\nIs the account not yours? Then do nothing.`,
    spanish: `Una cuenta de la librería tiene esta dirección. Abra este enlace antes de tres días para decir que es suya:\n\n${link}\n\n¿La cuenta no es suya? No haga nada.`,
  }),
  CONFIRM_REGISTRATION: link => ({
    subject: 'Your account at the bookstore · Su cuenta en la librería',
    english: `Somebody, probably you, has just asked for an account of the bookstore under the name above. Open this link within a day to make it, and log in with the password that you chose:\n\n${link}\n\nWas it not you? Then do nothing: there will be no account.`,
    spanish: `Alguien, probablemente usted, acaba de pedir una cuenta de la librería con el nombre de arriba. Abra este enlace antes de un día para crearla y entre con la contraseña que eligió:\n\n${link}\n\n¿No fue usted? No haga nada: no habrá ninguna cuenta.`,
  }),
  ACCOUNT_EXISTS: link => ({
    subject: 'You have an account already · Ya tiene una cuenta',
    english: `Somebody, probably you, has asked for an account of the bookstore with this e-mail address, which has one already. Log in, or set a forgotten password anew:\n\n${link}\n\nWas it not you? Then do nothing: whoever it was has learnt nothing.`,
    spanish: `Alguien, probablemente usted, pidió una cuenta de la librería con esta dirección, que ya tiene una. Entre, o cambie la contraseña si la olvidó:\n\n${link}\n\n¿No fue usted? No haga nada: quien haya sido no se ha enterado de nada.`,
  }),
  PASSWORD_CHANGED: () => ({
    subject: 'Your password was changed · Su contraseña cambió',
    english: `The password of your account was changed.\n\n${notYou.english}`,
    spanish: `La contraseña de su cuenta cambió.\n\n${notYou.spanish}`,
  }),
  EMAIL_CHANGED: () => ({
    subject: 'Your address was changed · Su dirección cambió',
    english: `Your account has another e-mail address from now on; this one is no longer good for it.\n\nWas it not you? Write to whoever runs this store.`,
    spanish: `Su cuenta tiene desde ahora otra dirección; esta ya no sirve para ella.\n\n¿No fue usted? Escriba a quien lleva esta librería.`,
  }),
  SECOND_FACTOR_CONFIRMED: () => ({
    subject: 'A second factor was turned on · Se activó un segundo factor',
    english: `A second factor was turned on for your account: from now on logging in asks for a code of an app too.\n\n${notYou.english} Then write to whoever runs this store, who can turn it off.`,
    spanish: `Se activó un segundo factor en su cuenta: desde ahora, al entrar se pide también el código de una aplicación.\n\n${notYou.spanish} Después escriba a quien lleva esta librería, que puede quitarlo.`,
  }),
  SECOND_FACTOR_REMOVED: () => ({
    subject: 'Your second factor was turned off · Se quitó su segundo factor',
    english: `The second factor of your account was turned off: the password alone is enough to log in.\n\n${notYou.english}`,
    spanish: `Se quitó el segundo factor de su cuenta: para entrar basta la contraseña.\n\n${notYou.spanish}`,
  }),
  USER_SECOND_FACTOR_REMOVED: () => ({
    subject: 'Your second factor was turned off · Se quitó su segundo factor',
    english: `An administrator of the store has turned off the second factor of your account, as for somebody who has lost it: all its sessions ended, and the password alone is enough to log in. Set up another one on your account's page.\n\nDid you not ask for that? Set your password anew at once, by "forgotten password" on the page for logging in, and write to whoever runs this store.`,
    spanish: `Quien administra la librería quitó el segundo factor de su cuenta, como a quien lo ha perdido: terminaron todas sus sesiones y para entrar basta la contraseña. Active otro en la página de su cuenta.\n\n¿No lo pidió usted? Cambie la contraseña enseguida, con «olvidé la contraseña» en la página de entrada, y escriba a quien lleva esta librería.`,
  }),
  RECOVERY_CODE_USED: () => ({
    subject: 'A recovery code was used · Se usó un código de recuperación',
    english: `A recovery code of your account was used in the place of a code of its app. Each of them is good once.\n\n${notYou.english}`,
    spanish: `Se usó un código de recuperación de su cuenta en lugar de un código de la aplicación. Cada uno sirve una sola vez.\n\n${notYou.spanish}`,
  }),
  ACCOUNT_DELETED: () => ({
    subject: 'Your account was deleted · Su cuenta fue eliminada',
    english: `The account with this e-mail address was deleted. What the store held on its owner is erased within a day; purchases and sales stay, without a name. The address can have a new account.\n\nWas it not you? Write to whoever runs this store.`,
    spanish: `La cuenta con esta dirección fue eliminada. Lo que la librería guardaba de su titular se borra en un día; compras y ventas quedan, sin nombre. La dirección puede tener otra cuenta.\n\n¿No fue usted? Escriba a quien lleva esta librería.`,
  }),
};
