import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Log in' };
const es: typeof en = { title: 'Entrar' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
