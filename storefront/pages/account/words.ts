import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Your account' };
const es: typeof en = { title: 'Tu cuenta' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
