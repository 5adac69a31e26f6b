import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Your books' };
const es: typeof en = { title: 'Tus libros' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
