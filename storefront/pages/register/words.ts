import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Create an account' };
const es: typeof en = { title: 'Crear una cuenta' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
