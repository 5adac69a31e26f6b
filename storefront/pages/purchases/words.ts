import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Your purchases' };
const es: typeof en = { title: 'Tus compras' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
