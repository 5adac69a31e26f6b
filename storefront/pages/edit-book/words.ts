import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Edit a book',
  seePage: 'See its page',
  yourBooks: 'Your books',
  save: 'Save the changes',
  saving: 'Saving …',
  saved: 'Your changes are saved.',
  meanwhile:
    'This book was changed while you were editing it, perhaps in another tab. Nothing of yours is lost. There now:',
  yours: (value: string) => `you wrote: ${value}`,
  keepMine: 'Keep what I wrote',
  takeTheirs: 'Take what is there',
  takeDown: 'Not for sale any more?',
  takeDownAdvice: 'Among your books you can pause it for a while. Removing it is for good.',
  remove: 'Remove the book',
  removeTitle: (title: string) => `Remove “${title}”?`,
  removeMeans:
    'It cannot be offered again. Copies that somebody has reserved or bought stay theirs, and buyers still see it among their purchases.',
  removeForGood: 'Remove it for good',
  wasRemoved: (title: string) => `“${title}” is removed.`,
  removed: 'This book is removed. It stays on the purchases of those who bought it, and changes no more.',
};
const es: typeof en = {
  title: 'Editar un libro',
  seePage: 'Ver su página',
  yourBooks: 'Tus libros',
  save: 'Guardar los cambios',
  saving: 'Guardando…',
  saved: 'Tus cambios quedaron guardados.',
  meanwhile:
    'Este libro cambió mientras lo editabas, quizá en otra pestaña. No se perdió nada de lo tuyo. Ahora dice:',
  yours: value => `tú escribiste: ${value}`,
  keepMine: 'Conservar lo que escribí',
  takeTheirs: 'Tomar lo que hay ahora',
  takeDown: '¿Ya no está a la venta?',
  takeDownAdvice: 'Entre tus libros puedes pausarlo por un tiempo. Retirarlo es para siempre.',
  remove: 'Retirar el libro',
  removeTitle: title => `¿Retirar «${title}»?`,
  removeMeans:
    'No se podrá ofrecer de nuevo. Los ejemplares reservados o comprados siguen siendo de quien los tiene, y los compradores lo siguen viendo entre sus compras.',
  removeForGood: 'Retirarlo para siempre',
  wasRemoved: title => `«${title}» quedó retirado.`,
  removed: 'Este libro está retirado. Sigue en las compras de quienes lo compraron y ya no cambia.',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
