import { wordsHook } from '../i18n/words.ts';
import type { BookField } from './book-draft.ts';
import type { DraftProblem } from './draft-problems.ts';

const en = {
  fields: {
    title: 'Title',
    authors: 'Authors',
    isbn: 'ISBN',
    condition: 'Condition',
    conditionNote: 'What else is to be said of the copy',
    price: 'Price',
    stock: 'Copies',
    language: 'Language',
    publisher: 'Publisher',
    publishedYear: 'Year',
    subjects: 'Subjects',
    description: 'Description',
  } satisfies Record<BookField, string>,
  hints: {
    authors: 'As on the title page; several are parted by a semicolon.',
    isbn: 'The 10 or 13 digits on the back or behind the title page. Older books have none.',
    conditionNote: 'A dedication, a torn jacket, notes in pencil …',
    price: 'For one copy, without delivery.',
    subjects: 'Parted by semicolons: novel; Latin America.',
  },
  problems: {
    missing: 'Fill this in.',
    isbnLength: 'An ISBN has 10 or 13 digits. Count them again, or leave it empty.',
    isbnCheck:
      'A digit of this ISBN is wrong: its last one does not go with the others. Compare it with the book.',
    price: 'Write a price above zero with a point and two decimals at the most, such as 12.50.',
    stock: 'Write a whole number of copies, 0 or more.',
    year: 'Write a year in digits, such as 1924.',
    language: 'Write a language as its code, such as es or en.',
  } satisfies Record<DraftProblem, string>,
  isbnSound: (isbn: string) => `Sound. The book will be listed as ${isbn}.`,
  currencyOf: (price: string, currency: string) => `${price} (${currency})`,
  notSaid: 'Not said',
  statuses: { PUBLISHED: 'For sale', PAUSED: 'Paused', REMOVED: 'Removed' },
  preview: 'This is what readers see',
  untitled: 'Title',
  unknownAuthor: 'Author',
};
const es: typeof en = {
  fields: {
    title: 'Título',
    authors: 'Autores',
    isbn: 'ISBN',
    condition: 'Estado',
    conditionNote: 'Qué más hay que decir del ejemplar',
    price: 'Precio',
    stock: 'Ejemplares',
    language: 'Idioma',
    publisher: 'Editorial',
    publishedYear: 'Año',
    subjects: 'Temas',
    description: 'Descripción',
  },
  hints: {
    authors: 'Como en la portada; si son varios, sepáralos con punto y coma.',
    isbn: 'Las 10 o 13 cifras de la contraportada o de la página de créditos. Los libros antiguos no tienen.',
    conditionNote: 'Una dedicatoria, la sobrecubierta rota, notas a lápiz…',
    price: 'De un ejemplar, sin el envío.',
    subjects: 'Separados con punto y coma: novela; América Latina.',
  },
  problems: {
    missing: 'Falta por llenar.',
    isbnLength: 'Un ISBN tiene 10 o 13 cifras. Cuéntalas de nuevo o déjalo vacío.',
    isbnCheck:
      'Una cifra de este ISBN está mal: la última no concuerda con las demás. Compáralo con el libro.',
    price: 'Escribe un precio mayor que cero, con dos decimales como mucho, por ejemplo 12.50.',
    stock: 'Escribe un número entero de ejemplares, 0 o más.',
    year: 'Escribe un año en cifras, por ejemplo 1924.',
    language: 'Escribe el idioma como código, por ejemplo es o en.',
  },
  isbnSound: isbn => `Correcto. El libro aparecerá con el ${isbn}.`,
  currencyOf: (price, currency) => `${price} (${currency})`,
  notSaid: 'Sin indicar',
  statuses: { PUBLISHED: 'A la venta', PAUSED: 'En pausa', REMOVED: 'Retirado' },
  preview: 'Así lo ven los lectores',
  untitled: 'Título',
  unknownAuthor: 'Autor',
};

/** What is said of a book to its seller. */
export const useSellingWords = wordsHook({ en, es });
