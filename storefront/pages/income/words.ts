import { wordsHook } from '../../i18n/words.ts';

const en = { title: 'Income' };
const es: typeof en = { title: 'Ingresos' };

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
