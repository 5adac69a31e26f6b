import type { BookSort } from '../../graphql/schema-types.generated.ts';
import { plural } from '../../i18n/plural.ts';
import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Catalogue',
  titleFor: (query: string) => `Books for “${query}”`,
  description:
    'All second-hand books for sale: search by title, author or ISBN; narrow by condition, language, subject and price.',
  found: plural('en', '# book', '# books'),
  counting: 'Counting …',
  sort: 'Sort by',
  sorts: {
    RELEVANCE: 'Best match',
    NEWEST: 'Newest first',
    PRICE_ASC: 'Cheapest first',
    PRICE_DESC: 'Dearest first',
    TITLE: 'Title',
  } satisfies Record<BookSort, string>,
  filters: 'Narrow down',
  condition: 'Condition',
  language: 'Language',
  subject: 'Subject',
  price: 'Price',
  priceMin: 'from',
  priceMax: 'to',
  inStock: 'Only with copies left',
  clear: 'Clear all',
  moreValues: 'More …',
  nothing: 'No book is like that',
  nothingAdvice: 'Try fewer or other words, or take a filter away.',
};
const es: typeof en = {
  title: 'Catálogo',
  titleFor: query => `Libros para «${query}»`,
  description:
    'Todos los libros de segunda mano a la venta: busca por título, autor o ISBN; filtra por estado, idioma, tema y precio.',
  found: plural('es', '# libro', '# libros'),
  counting: 'Contando …',
  sort: 'Ordenar por',
  sorts: {
    RELEVANCE: 'Más afines',
    NEWEST: 'Más recientes',
    PRICE_ASC: 'Más baratos',
    PRICE_DESC: 'Más caros',
    TITLE: 'Título',
  },
  filters: 'Filtrar',
  condition: 'Estado',
  language: 'Idioma',
  subject: 'Tema',
  price: 'Precio',
  priceMin: 'desde',
  priceMax: 'hasta',
  inStock: 'Solo con ejemplares',
  clear: 'Quitar todos',
  moreValues: 'Más …',
  nothing: 'Ningún libro es así',
  nothingAdvice: 'Prueba con menos palabras, con otras, o quita un filtro.',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
