import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Buy' };
const es: typeof en = { title: 'Comprar' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
