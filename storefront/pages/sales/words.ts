import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Your sales' };
const es: typeof en = { title: 'Tus ventas' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
