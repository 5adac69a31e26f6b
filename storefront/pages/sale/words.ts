import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Your sale' };
const es: typeof en = { title: 'Tu venta' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
