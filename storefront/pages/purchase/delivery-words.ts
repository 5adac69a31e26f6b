import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Where shall it go?',
  recipient: 'Recipient',
  line1: 'Street and number',
  line2: 'Flat, floor, building (optional)',
  city: 'Town',
  region: 'Department, state or province (optional)',
  postalCode: 'Postal code (optional)',
  country: 'Country',
  countryMissing: 'Choose a country: who delivers, and for how much, depends on it.',
  carrier: 'Carrier',
  carrierMissing: 'Choose a carrier.',
  nobody: 'Nobody delivers to that country.',
  NATIONAL: 'within the country',
  INTERNATIONAL: 'anywhere in the world',
  goOn: 'Go on to payment',
  keep: 'Keep the delivery as it is',
};
const es: typeof en = {
  title: '¿A dónde va?',
  recipient: 'Destinatario',
  line1: 'Calle y número',
  line2: 'Apartamento, piso, edificio (opcional)',
  city: 'Ciudad',
  region: 'Departamento, estado o provincia (opcional)',
  postalCode: 'Código postal (opcional)',
  country: 'País',
  countryMissing: 'Elige un país: de él depende quién entrega y por cuánto.',
  carrier: 'Transportista',
  carrierMissing: 'Elige un transportista.',
  nobody: 'Nadie entrega en ese país.',
  NATIONAL: 'dentro del país',
  INTERNATIONAL: 'en cualquier parte del mundo',
  goOn: 'Seguir al pago',
  keep: 'Dejar el envío como está',
};

/** The words of the step that chooses a delivery. */
export const useDeliveryWords = wordsHook({ en, es });
