import { plural } from '../../i18n/plural.ts';
import { wordsHook } from '../../i18n/words.ts';

const en = {
  headline: 'Every book here has been read before.',
  lead: 'Second-hand books, sold by one reader to the next.',
  forSale: plural('en', '# book is on the shelves today.', '# books are on the shelves today.'),
  browse: 'Look through the catalogue',
  sell: 'Sell a book of yours',
  newest: 'Just in',
  newIn: (subject: string) => `New in ${subject}`,
  index: 'Index of subjects',
  all: 'See all',
  empty: 'The shelves are empty',
  emptyAdvice: 'No book is for sale yet. Yours could be the first.',
};
const es: typeof en = {
  headline: 'Aquí cada libro ya tuvo un lector.',
  lead: 'Libros de segunda mano, de un lector al siguiente.',
  forSale: plural('es', 'Hoy hay # libro en los estantes.', 'Hoy hay # libros en los estantes.'),
  browse: 'Mirar el catálogo',
  sell: 'Vender un libro tuyo',
  newest: 'Recién llegados',
  newIn: subject => `Nuevo en ${subject}`,
  index: 'Índice de temas',
  all: 'Ver todo',
  empty: 'Los estantes están vacíos',
  emptyAdvice: 'Todavía no hay ningún libro a la venta. El tuyo puede ser el primero.',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
