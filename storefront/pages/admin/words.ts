import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Administration' };
const es: typeof en = { title: 'Administración' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
