import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Book' };
const es: typeof en = { title: 'Libro' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
