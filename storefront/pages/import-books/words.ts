import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Books from a file' };
const es: typeof en = { title: 'Libros desde un archivo' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
