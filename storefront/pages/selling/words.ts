import { plural } from '../../i18n/plural.ts';
import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Your books',
  sell: 'Sell a book',
  upload: 'Upload a list',
  count: plural('en', '# book', '# books'),
  none: 'You offer no books yet.',
  noneAdvice: 'The first one takes two minutes: title, author, condition, price.',
  stock: 'Copies',
  stockOf: (title: string) => `Copies of “${title}” for sale`,
  saveStock: 'Save',
  stockSaved: (title: string) => `The copies of “${title}” are saved.`,
  pause: 'Pause',
  pauseOf: (title: string) => `Pause “${title}”`,
  resume: 'Offer again',
  resumeOf: (title: string) => `Offer again: “${title}”`,
  paused: (title: string) => `“${title}” is paused: nobody can buy it until you offer it again.`,
  resumed: (title: string) => `“${title}” is for sale again.`,
  edit: 'Edit',
  editOf: (title: string) => `Edit “${title}”`,
};
const es: typeof en = {
  title: 'Tus libros',
  sell: 'Vender un libro',
  upload: 'Subir una lista',
  count: plural('es', '# libro', '# libros'),
  none: 'Todavía no ofreces libros.',
  noneAdvice: 'El primero toma dos minutos: título, autor, estado, precio.',
  stock: 'Ejemplares',
  stockOf: title => `Ejemplares de «${title}» a la venta`,
  saveStock: 'Guardar',
  stockSaved: title => `Los ejemplares de «${title}» quedaron guardados.`,
  pause: 'Pausar',
  pauseOf: title => `Pausar «${title}»`,
  resume: 'Ofrecer de nuevo',
  resumeOf: title => `Ofrecer de nuevo: «${title}»`,
  paused: title => `«${title}» está en pausa: nadie puede comprarlo hasta que lo ofrezcas de nuevo.`,
  resumed: title => `«${title}» está de nuevo a la venta.`,
  edit: 'Editar',
  editOf: title => `Editar «${title}»`,
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
