import type { RefusalFragment } from '../components/refusal.generated.ts';
import { wordsHook } from './words.ts';

/** A code that lacks words, in either language, does not compile. */
type Words = Record<RefusalFragment['code'], string>;

const en: Words = {
  NAME_INVALID: 'Give a name of 1 to 100 characters.',
  EMAIL_INVALID: 'This is not an e-mail address. Write it like ana@example.org.',
  EMAIL_TAKEN: 'This e-mail address has an account already. Log in, or use another address.',
  PASSWORD_TOO_WEAK:
    'Too easy to guess. Use at least 8 characters, no common password, not words about books alone, and nothing of your e-mail address.',
  CREDENTIALS_INVALID: 'The e-mail address or the password is wrong. Check both.',
  TOO_MANY_ATTEMPTS: 'There were too many attempts. Wait a few minutes, then try again.',
  SECOND_FACTOR_REQUIRED: 'This account has a second factor. Give its code too.',
  SECOND_FACTOR_ON: 'You have a second factor already. Remove it first, then set up another one.',
  ONE_TIME_CODE_INVALID:
    'This code is wrong, too old, or was used before. Give the next one that your app shows, or a recovery code.',
  REFRESH_TOKEN_INVALID: 'Your session is over. Log in again.',
  TOKEN_INVALID: 'This link has ended or was used before. Ask for another mail.',
  PURCHASES_UNFINISHED:
    'You have paid for something that has not arrived yet. Confirm what arrived, cancel what was not sent, or wait for it.',
  SALES_UNFINISHED:
    'Somebody has paid you for something that you have not sent yet. Send it, or cancel the sale: the money goes back.',
  LAST_ADMINISTRATOR: 'You are the only administrator. Give somebody else that role first.',
  OWN_ACCOUNT: 'This is your own account. Do that on its page.',
  TITLE_INVALID: 'Give a title of 1 to 500 characters.',
  AUTHORS_INVALID: 'Name at least one author, and at most 50.',
  ISBN_INVALID: 'This is not an ISBN. Check the number on the back of the book, or leave it out.',
  DESCRIPTION_INVALID: 'The description is too long. Keep it below 10,000 characters.',
  LANGUAGE_INVALID: 'This is not a language. Choose one from the list.',
  PUBLISHER_INVALID: 'The publisher is too long. Keep it below 200 characters.',
  PUBLISHED_YEAR_INVALID: 'This year cannot be. Write the year that stands in the book.',
  SUBJECTS_INVALID: 'At most 20 subjects, each of 1 to 100 characters.',
  CONDITION_NOTE_INVALID: 'The note is too long. Keep it below 1,000 characters.',
  PRICE_INVALID: 'Give a price above zero, with at most two decimals.',
  STOCK_INVALID: 'Give a number of copies from 0 to 100,000.',
  STATUS_INVALID: 'A removed book stays removed. Publish it anew.',
  COVER_TOO_LARGE: 'The picture is larger than 10 MB. Save it smaller.',
  COVER_FORMAT_UNSUPPORTED: 'A cover is one JPEG, PNG, WebP or AVIF picture. Save it so, and send it again.',
  COVER_INVALID:
    'The picture cannot be read, has less than 100 pixels a side, or more than 50 million. Save it again, or choose another.',
  STALE_VERSION: 'The book has changed meanwhile. Look at it again, then repeat your change.',
  QUANTITY_INVALID: 'Choose 1 to 1,000 copies.',
  OUT_OF_STOCK:
    'There are not that many copies left; nothing was reserved. Take fewer, or look for another offer.',
  TOO_MANY_COPIES:
    'You have too many copies of this book reserved already; no more were reserved. Pay for them first, or take fewer.',
  TOO_MANY_RESERVATIONS:
    'Too many of your purchases await their payment; nothing was reserved. Pay for one, or call one off.',
  PRICE_CHANGED: 'The seller has changed the price; nothing was reserved. Look at the new price first.',
  BOOK_UNAVAILABLE: 'The seller does not offer this book at the moment. Look for another offer.',
  OWN_BOOK: 'This book is your own: you cannot buy it from yourself.',
  ADDRESS_INVALID: 'This part of the address is missing, too long, or not known. Correct it.',
  NOT_COVERED: 'This carrier does not deliver to that country. Choose another one.',
  DELIVERY_NOT_CHOSEN: 'Choose a delivery first, then pay.',
  PAYMENT_DECLINED: 'The payment was declined; nothing was taken. Pay in another way.',
  TRACKING_NUMBER_INVALID: 'Give a tracking number of 1 to 100 characters, or leave it out.',
  REASON_INVALID: 'The reason is too long. Keep it below 500 characters.',
  WRONG_STATUS: 'Meanwhile the purchase has moved on, so that this is not possible now.',
  RESERVATION_EXPIRED: 'The time to pay is over and the copies are for sale again. Nothing was taken.',
  IDEMPOTENCY_KEY_INVALID: 'Something is wrong with this page. Load it again, then repeat.',
  IDEMPOTENCY_KEY_REUSED: 'This order was already sent with other choices. Look at your purchases first.',
  NOT_FOUND: 'This is not there any more. Look for it again.',
};

const es: Words = {
  NAME_INVALID: 'Escribe un nombre de 1 a 100 caracteres.',
  EMAIL_INVALID: 'Esto no es un correo electrónico. Escríbelo como ana@example.org.',
  EMAIL_TAKEN: 'Este correo ya tiene una cuenta. Entra con ella o usa otro correo.',
  PASSWORD_TOO_WEAK:
    'Demasiado fácil de adivinar. Usa al menos 8 caracteres, que no sea una contraseña común ni solo palabras sobre libros, ni contenga tu correo.',
  CREDENTIALS_INVALID: 'El correo o la contraseña no son correctos. Revisa los dos.',
  TOO_MANY_ATTEMPTS: 'Hubo demasiados intentos. Espera unos minutos y vuelve a intentarlo.',
  SECOND_FACTOR_REQUIRED: 'Esta cuenta tiene un segundo factor. Da también su código.',
  SECOND_FACTOR_ON: 'Ya tienes un segundo factor. Quítalo antes de poner otro.',
  ONE_TIME_CODE_INVALID:
    'Este código no es correcto, ya pasó o ya se usó. Da el siguiente que muestre tu aplicación, o un código de recuperación.',
  REFRESH_TOKEN_INVALID: 'Tu sesión terminó. Entra de nuevo.',
  TOKEN_INVALID: 'Este enlace terminó o ya se usó. Pide otro correo.',
  PURCHASES_UNFINISHED:
    'Pagaste algo que aún no ha llegado. Confirma lo que llegó, cancela lo que no se envió, o espera.',
  SALES_UNFINISHED:
    'Alguien te pagó algo que aún no has enviado. Envíalo, o cancela la venta: el dinero se devuelve.',
  LAST_ADMINISTRATOR: 'Eres la única persona que administra. Da antes ese papel a otra.',
  OWN_ACCOUNT: 'Es tu propia cuenta. Hazlo en su página.',
  TITLE_INVALID: 'Escribe un título de 1 a 500 caracteres.',
  AUTHORS_INVALID: 'Nombra al menos un autor, y 50 como máximo.',
  ISBN_INVALID: 'Esto no es un ISBN. Revisa el número en la contraportada, o déjalo vacío.',
  DESCRIPTION_INVALID: 'La descripción es demasiado larga. Que no pase de 10.000 caracteres.',
  LANGUAGE_INVALID: 'Esto no es un idioma. Elige uno de la lista.',
  PUBLISHER_INVALID: 'La editorial es demasiado larga. Que no pase de 200 caracteres.',
  PUBLISHED_YEAR_INVALID: 'Ese año no puede ser. Escribe el año que aparece en el libro.',
  SUBJECTS_INVALID: 'Como máximo 20 temas, cada uno de 1 a 100 caracteres.',
  CONDITION_NOTE_INVALID: 'La nota es demasiado larga. Que no pase de 1.000 caracteres.',
  PRICE_INVALID: 'Escribe un precio mayor que cero, con dos decimales como máximo.',
  STOCK_INVALID: 'Escribe un número de ejemplares de 0 a 100.000.',
  STATUS_INVALID: 'Un libro retirado no vuelve. Publícalo de nuevo.',
  COVER_TOO_LARGE: 'La imagen pasa de 10 MB. Guárdala más pequeña.',
  COVER_FORMAT_UNSUPPORTED:
    'La portada debe ser una sola imagen JPEG, PNG, WebP o AVIF. Guárdala así y envíala de nuevo.',
  COVER_INVALID:
    'La imagen no se puede leer entera, tiene menos de 100 píxeles de lado o más de 50 millones. Guárdala de nuevo, o elige otra.',
  STALE_VERSION: 'El libro cambió entretanto. Míralo de nuevo y repite tu cambio.',
  QUANTITY_INVALID: 'Elige de 1 a 1.000 ejemplares.',
  OUT_OF_STOCK: 'No quedan tantos ejemplares; no se reservó nada. Elige menos, o busca otra oferta.',
  TOO_MANY_COPIES:
    'Ya tienes reservados demasiados ejemplares de este libro; no se reservó ninguno más. Paga primero esos, o elige menos.',
  TOO_MANY_RESERVATIONS:
    'Demasiadas compras tuyas esperan su pago; no se reservó nada. Paga una, o cancélala.',
  PRICE_CHANGED: 'El vendedor cambió el precio; no se reservó nada. Mira primero el precio nuevo.',
  BOOK_UNAVAILABLE: 'El vendedor no ofrece este libro por ahora. Busca otra oferta.',
  OWN_BOOK: 'Este libro es tuyo: no puedes comprártelo.',
  ADDRESS_INVALID: 'Esta parte de la dirección falta, es demasiado larga o no se conoce. Corrígela.',
  NOT_COVERED: 'Este transportista no llega a ese país. Elige otro.',
  DELIVERY_NOT_CHOSEN: 'Elige primero un envío y luego paga.',
  PAYMENT_DECLINED: 'El pago fue rechazado; no se cobró nada. Paga de otra manera.',
  TRACKING_NUMBER_INVALID: 'Escribe un número de seguimiento de 1 a 100 caracteres, o déjalo vacío.',
  REASON_INVALID: 'El motivo es demasiado largo. Que no pase de 500 caracteres.',
  WRONG_STATUS: 'Entretanto la compra avanzó, y esto ya no es posible.',
  RESERVATION_EXPIRED:
    'Se acabó el tiempo para pagar y los ejemplares están otra vez a la venta. No se cobró nada.',
  IDEMPOTENCY_KEY_INVALID: 'Algo anda mal en esta página. Cárgala de nuevo y repite.',
  IDEMPOTENCY_KEY_REUSED: 'Este pedido ya se envió con otros datos. Mira primero tus compras.',
  NOT_FOUND: 'Esto ya no está. Búscalo de nuevo.',
};

const useRefusals = wordsHook({ en, es });

/** Says in the reader's language why the store refused something, and what to do. */
export function useDescribeRefusal(): (refusal: RefusalFragment) => string {
  const words = useRefusals();
  return ({ code, message }) => words[code] ?? message;
}

/** The refusal of one part of an input, named by its path below `input`, such as "address.country", if any. */
export const refusalAt = (refusals: readonly RefusalFragment[], path: string): RefusalFragment | undefined =>
  refusals.find(({ field }) => field?.filter(part => part !== 'input').join('.') === path);
