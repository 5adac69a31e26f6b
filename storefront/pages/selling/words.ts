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
  resumeOf: (title: string) => `Offer “${title}” again`,
  paused: (title: string) => `“${title}” is paused: nobody can buy it until you offer it again.`,
  resumed: (title: string) => `“${title}” is for sale again.`,
  edit: 'Edit',
  editOf: (title: string) => `Edit “${title}”`,
  stale:
    'This book was changed in the meantime, perhaps in another tab. It is shown as it is now: look, and try again.',
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
  resumeOf: title => `Ofrecer «${title}» de nuevo`,
  paused: title => `«${title}» está en pausa: nadie puede comprarlo hasta que lo ofrezcas de nuevo.`,
  resumed: title => `«${title}» está de nuevo a la venta.`,
  edit: 'Editar',
  editOf: title => `Editar «${title}»`,
  stale:
    'Este libro cambió mientras tanto, quizá en otra pestaña. Se muestra como está ahora: míralo y vuelve a intentarlo.',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
