import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'There is nothing here',
  advice: 'The address may be wrong, or what was here is no longer for sale.',
  catalogue: 'Look in the catalogue',
};
const es: typeof en = {
  title: 'Aquí no hay nada',
  advice: 'Puede que la dirección esté mal, o que lo que había ya no esté a la venta.',
  catalogue: 'Buscar en el catálogo',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
