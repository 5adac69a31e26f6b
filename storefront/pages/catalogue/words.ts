import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Catalogue' };
const es: typeof en = { title: 'Catálogo' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
