import { plural } from '../i18n/plural.ts';
import { wordsHook } from '../i18n/words.ts';
import type { BookCardFragment } from './book-card.generated.ts';

type Condition = BookCardFragment['condition'];

const en = {
  conditions: {
    NEW: 'New',
    AS_NEW: 'As new',
    FINE: 'Fine',
    VERY_GOOD: 'Very good',
    GOOD: 'Good',
    FAIR: 'Fair',
    POOR: 'Poor',
  } satisfies Record<Condition, string>,
  /** What each grade means in the trade. */
  meanings: {
    NEW: 'Unread, as it left the publisher.',
    AS_NEW: 'Read without a trace.',
    FINE: 'Close to new, with the slightest signs of age.',
    VERY_GOOD: 'Small signs of wear, no tears, no writing.',
    GOOD: 'The average used book: worn, whole, all pages there.',
    FAIR: 'Worn, with marks or writing; the text is complete.',
    POOR: 'A reading copy: loose, stained or written in, still readable.',
  } satisfies Record<Condition, string>,
  by: (authors: string) => `by ${authors}`,
  soldBy: (seller: string) => `from ${seller}`,
  soldOut: 'Sold out',
  lastCopy: 'Last copy',
  copies: plural('en', '# copy', '# copies'),
};
const es: typeof en = {
  conditions: {
    NEW: 'Nuevo',
    AS_NEW: 'Como nuevo',
    FINE: 'Excelente',
    VERY_GOOD: 'Muy bueno',
    GOOD: 'Bueno',
    FAIR: 'Aceptable',
    POOR: 'Deteriorado',
  },
  meanings: {
    NEW: 'Sin leer, tal como salió de la editorial.',
    AS_NEW: 'Leído sin dejar rastro.',
    FINE: 'Casi nuevo, con mínimas señales de la edad.',
    VERY_GOOD: 'Pequeñas señales de uso, sin roturas ni escritura.',
    GOOD: 'El libro usado de siempre: gastado, entero, con todas sus páginas.',
    FAIR: 'Gastado, con marcas o escritura; el texto está completo.',
    POOR: 'Para leer: suelto, manchado o escrito, pero legible.',
  },
  by: authors => `de ${authors}`,
  soldBy: seller => `de ${seller}`,
  soldOut: 'Agotado',
  lastCopy: 'Último ejemplar',
  copies: plural('es', '# ejemplar', '# ejemplares'),
};

/** What is said of any book: the grades, and how many copies there are. */
export const useBookWords = wordsHook({ en, es });
