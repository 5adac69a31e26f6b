import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Your purchase' };
const es: typeof en = { title: 'Tu compra' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
