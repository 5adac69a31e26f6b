import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Seller' };
const es: typeof en = { title: 'Librero' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
