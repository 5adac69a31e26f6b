import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Sell a book' };
const es: typeof en = { title: 'Vender un libro' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
