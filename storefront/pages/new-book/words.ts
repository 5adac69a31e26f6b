import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Sell a book',
  several: 'Many books at once?',
  upload: 'Upload a list',
  publish: 'Offer it',
  publishing: 'Offering it …',
  published: (title: string) => `“${title}” is for sale. Here you can add a picture of its cover.`,
  wasPublished:
    'What you sent before did arrive, and is for sale. Change that one among your books, or press again to offer this one too.',
  yourBooks: 'Your books',
};
const es: typeof en = {
  title: 'Vender un libro',
  several: '¿Muchos libros a la vez?',
  upload: 'Sube una lista',
  publish: 'Ponerlo a la venta',
  publishing: 'Poniéndolo a la venta…',
  published: title => `«${title}» está a la venta. Aquí puedes añadir una foto de su portada.`,
  wasPublished:
    'Lo que enviaste antes sí llegó y está a la venta. Cámbialo entre tus libros, o pulsa otra vez para ofrecer también este.',
  yourBooks: 'Tus libros',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
