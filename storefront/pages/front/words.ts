import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Bookstore' };
const es: typeof en = { title: 'Bookstore' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
