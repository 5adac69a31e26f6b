import { wordsHook } from '../i18n/words.ts';

const en = {
  skip: 'Skip to the page',
  tagline: 'Second-hand books, sold by one reader to the next.',
  shop: 'Shop',
  catalogue: 'Catalogue',
  sell: 'Sell a book',
  search: 'Search',
  searchLabel: 'Title, author or ISBN',
  language: 'Language',
  developers: 'For developers',
  playground: 'GraphQL playground',
  footnote: 'Every page of this shop is made of the same GraphQL operations that anyone may use.',
  offline:
    'You are offline. What you see may be out of date; nothing can be bought or changed until you are back.',
};
const es: typeof en = {
  skip: 'Saltar a la página',
  tagline: 'Libros de segunda mano, de un lector al siguiente.',
  shop: 'Tienda',
  catalogue: 'Catálogo',
  sell: 'Vender un libro',
  search: 'Buscar',
  searchLabel: 'Título, autor o ISBN',
  language: 'Idioma',
  developers: 'Para desarrolladores',
  playground: 'GraphQL playground',
  footnote:
    'Cada página de esta tienda está hecha con las mismas operaciones GraphQL que cualquiera puede usar.',
  offline:
    'No hay conexión. Lo que ves puede no estar al día; hasta que vuelva no se puede comprar ni cambiar nada.',
};

/** The words of what is around every page. */
export const useLayoutWords = wordsHook({ en, es });
