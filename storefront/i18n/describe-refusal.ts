import type { RefusalFragment } from '../components/refusal.generated.ts';
import { useLanguage } from './language-context.tsx';

/** The store says in English why it refused; here is what that is in Spanish. */
const spanish: Record<RefusalFragment['code'], string> = {
  NAME_INVALID: 'El nombre no puede estar vacío ni pasar de 100 caracteres.',
  EMAIL_INVALID: 'Eso no es una dirección de correo. Revísala, por ejemplo: ana@lectores.example.',
  EMAIL_TAKEN: 'Ya hay una cuenta con ese correo. Entra con ella o usa otro.',
  PASSWORD_TOO_WEAK:
    'La contraseña necesita de 8 a 128 caracteres, y no puede ser de las más comunes ni contener tu correo.',
  CREDENTIALS_INVALID: 'El correo o la contraseña no son correctos.',
  TOO_MANY_ATTEMPTS: 'Demasiados intentos con ese correo. Espera unos minutos y vuelve a intentarlo.',
  REFRESH_TOKEN_INVALID: 'Tu sesión terminó. Entra de nuevo.',
  TITLE_INVALID: 'El título no puede estar vacío ni pasar de 500 caracteres.',
  AUTHORS_INVALID: 'Escribe al menos un autor; 50 como mucho, de hasta 200 caracteres cada uno.',
  ISBN_INVALID: 'Ese ISBN no es válido: revisa sus 10 o 13 cifras.',
  DESCRIPTION_INVALID: 'La descripción no puede pasar de 10.000 caracteres.',
  LANGUAGE_INVALID: 'El idioma se escribe como un código, por ejemplo: es.',
  PUBLISHER_INVALID: 'La editorial no puede pasar de 200 caracteres.',
  PUBLISHED_YEAR_INVALID: 'El año no puede estar en el futuro ni antes de -5000.',
  SUBJECTS_INVALID: 'Como mucho 20 temas, de 1 a 100 caracteres cada uno.',
  CONDITION_NOTE_INVALID: 'La nota sobre el estado no puede pasar de 1.000 caracteres.',
  PRICE_INVALID: 'El precio debe ser mayor que cero, de 1.000.000 como mucho y con dos decimales a lo sumo.',
  STOCK_INVALID: 'Las existencias van de 0 a 100.000 ejemplares.',
  STATUS_INVALID: 'Un libro retirado queda retirado y ya no cambia.',
  STALE_VERSION: 'El libro cambió mientras lo editabas. Carga la página de nuevo y repite tus cambios.',
  COVER_TOO_LARGE: 'La imagen pasa de 10 MB. Guárdala más pequeña.',
  COVER_FORMAT_UNSUPPORTED:
    'La portada debe ser una sola imagen JPEG, PNG, WebP o AVIF. Guárdala así y envíala de nuevo.',
  COVER_INVALID:
    'La imagen no se puede leer entera, tiene menos de 100 píxeles de lado o más de 50 millones. Guárdala de nuevo, o elige otra.',
  QUANTITY_INVALID: 'La cantidad debe ser de un ejemplar o más.',
  OUT_OF_STOCK: 'Ya no quedan tantos ejemplares. No se reservó nada.',
  PRICE_CHANGED: 'El librero cambió el precio. No se reservó nada: mira el precio nuevo y decide.',
  BOOK_UNAVAILABLE: 'El librero ya no ofrece este libro.',
  OWN_BOOK: 'Este libro es tuyo: nadie se compra a sí mismo.',
  ADDRESS_INVALID: 'A la dirección le falta algo o tiene algo demasiado largo. Revísala.',
  NOT_COVERED: 'Ese transportista no llega al país de la dirección. Elige otro.',
  DELIVERY_NOT_CHOSEN: 'Elige primero cómo se envía.',
  PAYMENT_DECLINED: 'El pago fue rechazado. Prueba con otro medio de pago.',
  TRACKING_NUMBER_INVALID: 'El número de seguimiento no puede pasar de 100 caracteres.',
  REASON_INVALID: 'El motivo no puede pasar de 500 caracteres.',
  IDEMPOTENCY_KEY_INVALID: 'A este paso le falta su clave. Carga la página de nuevo.',
  WRONG_STATUS: 'La compra ya no está en un punto en que se pueda hacer esto. Mira cómo está ahora.',
  RESERVATION_EXPIRED: 'La reserva venció antes del pago y los ejemplares están de nuevo a la venta.',
  IDEMPOTENCY_KEY_REUSED: 'Este mismo paso ya se pidió con otros valores. Carga la página de nuevo.',
  NOT_FOUND: 'No existe, o no puedes verlo.',
};

/** Says in the reader's language why the store refused something, and what to do. */
export function useDescribeRefusal(): (refusal: RefusalFragment) => string {
  const { language } = useLanguage();
  return ({ code, message }) => (language === 'es' ? (spanish[code] ?? message) : message);
}

/** The refusal of one part of an input, named by its path below `input`, such as "address.country", if any. */
export const refusalAt = (refusals: readonly RefusalFragment[], path: string): RefusalFragment | undefined =>
  refusals.find(({ field }) => field?.filter(part => part !== 'input').join('.') === path);
