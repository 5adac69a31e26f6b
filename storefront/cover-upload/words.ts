import { wordsHook } from '../i18n/words.ts';
import type { SendFailure } from './send-cover.ts';

const en = {
  title: 'Cover',
  choose: 'Choose a picture',
  other: 'Choose another picture',
  hint: 'Or drop one here: JPEG, PNG, WebP or AVIF, 10 MB at the most. Where it was taken, and all else that a camera writes into it, is left out.',
  remove: 'Remove the picture',
  cancel: 'Cancel',
  sending: 'Sending the picture …',
  working: 'The picture has arrived and is being worked on …',
  sent: 'The book has its cover.',
  removed: 'The picture is gone; the book has a drawn cover again.',
  tooLarge: 'This picture has more than 10 MB: save it smaller.',
  wrongType: 'A cover is a JPEG, PNG, WebP or AVIF: save the picture as one of these.',
  again: 'Try again',
  failures: {
    offline: 'The picture did not arrive. Check your connection, then try again.',
    unavailable: 'Pictures cannot be taken at the moment. Try again in a moment.',
    busy: 'Other pictures of yours are still on their way. Wait for them, then try again.',
    signedOut: 'You are not signed in any more. Log in again, then send the picture.',
    unknown: 'Something went wrong on our side. Try again.',
    cancelled: '',
  } satisfies Record<SendFailure, string>,
};
const es: typeof en = {
  title: 'Portada',
  choose: 'Elegir una imagen',
  other: 'Elegir otra imagen',
  hint: 'O suéltala aquí: JPEG, PNG, WebP o AVIF, de 10 MB como mucho. Se quita el lugar donde se tomó y todo lo demás que la cámara escribe en ella.',
  remove: 'Quitar la imagen',
  cancel: 'Cancelar',
  sending: 'Enviando la imagen …',
  working: 'La imagen llegó y se está preparando …',
  sent: 'El libro ya tiene su portada.',
  removed: 'La imagen ya no está; el libro vuelve a tener una portada dibujada.',
  tooLarge: 'Esta imagen pasa de 10 MB: guárdala más pequeña.',
  wrongType: 'La portada debe ser JPEG, PNG, WebP o AVIF: guarda la imagen así.',
  again: 'Volver a intentarlo',
  failures: {
    offline: 'La imagen no llegó. Revisa la conexión y vuelve a intentarlo.',
    unavailable: 'Ahora no se pueden recibir imágenes. Vuelve a intentarlo en un momento.',
    busy: 'Otras imágenes tuyas están aún en camino. Espera a que lleguen y vuelve a intentarlo.',
    signedOut: 'Tu sesión terminó. Entra de nuevo y envía la imagen.',
    unknown: 'Algo falló de nuestro lado. Vuelve a intentarlo.',
    cancelled: '',
  },
};

/** The words of the cover's upload. */
export const useUploadWords = wordsHook({ en, es });
