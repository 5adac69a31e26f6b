import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Your book' };
const es: typeof en = { title: 'Tu libro' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
