import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'My purchases',
  none: 'Nothing bought yet',
  noneAdvice: 'What you reserve and buy is listed here.',
  catalogue: 'Look in the catalogue',
  pay: 'Pay it: reserved for',
  show: 'Which ones',
};
const es: typeof en = {
  title: 'Mis compras',
  none: 'Todavía nada',
  noneAdvice: 'Aquí aparece lo que reserves y compres.',
  catalogue: 'Buscar en el catálogo',
  pay: 'Págala: reservada durante',
  show: 'Cuáles',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
