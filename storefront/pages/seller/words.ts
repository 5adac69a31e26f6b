import { plural } from '../../i18n/plural.ts';
import { wordsHook } from '../../i18n/words.ts';

const en = {
  loading: 'A seller',
  books: plural('en', '# book for sale', '# books for sale'),
  since: (day: string) => `Here since ${day}`,
  description: (name: string, books: string) => `${name}: ${books}, second-hand.`,
  nothing: 'Nothing is for sale here at the moment.',
};
const es: typeof en = {
  loading: 'Un librero',
  books: plural('es', '# libro a la venta', '# libros a la venta'),
  since: day => `Aquí desde el ${day}`,
  description: (name, books) => `${name}: ${books}, de segunda mano.`,
  nothing: 'Ahora no hay nada a la venta aquí.',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
