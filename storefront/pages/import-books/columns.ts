import type { BookField } from '../../selling/book-draft.ts';

/** A column of a list of books. */
export interface Column {
  field: BookField;
  /** What it is called in the first row: in the API's words, then in others. Case, accents and _ do not matter. */
  names: { en: string; es: string; others: readonly string[] };
  isNeeded?: true;
  /** What stands in the first row of the example. */
  example: { en: string; es: string };
}

/** The columns of a list of books, in the order of the example. */
export const columns: readonly Column[] = [
  {
    field: 'title',
    names: { en: 'title', es: 'titulo', others: [] },
    isNeeded: true,
    example: { en: 'One Hundred Years of Solitude', es: 'Cien años de soledad' },
  },
  {
    field: 'authors',
    names: { en: 'authors', es: 'autores', others: ['author', 'autor'] },
    isNeeded: true,
    example: { en: 'Gabriel García Márquez', es: 'Gabriel García Márquez' },
  },
  {
    field: 'isbn',
    names: { en: 'isbn', es: 'isbn', others: ['isbn13', 'isbn10'] },
    example: { en: '978-0-06-088328-7', es: '978-0-307-47472-8' },
  },
  {
    field: 'condition',
    names: { en: 'condition', es: 'estado', others: ['grade'] },
    isNeeded: true,
    example: { en: 'very good', es: 'muy bueno' },
  },
  {
    field: 'conditionNote',
    names: { en: 'condition note', es: 'nota', others: ['note', 'notas'] },
    example: { en: 'A name on the first page', es: 'Un nombre en la primera página' },
  },
  {
    field: 'price',
    names: { en: 'price', es: 'precio', others: [] },
    isNeeded: true,
    example: { en: '12.50', es: '12.50' },
  },
  {
    field: 'stock',
    names: { en: 'stock', es: 'ejemplares', others: ['copies', 'quantity', 'existencias', 'cantidad'] },
    example: { en: '1', es: '1' },
  },
  {
    field: 'language',
    names: { en: 'language', es: 'idioma', others: ['lengua'] },
    example: { en: 'en', es: 'es' },
  },
  {
    field: 'publisher',
    names: { en: 'publisher', es: 'editorial', others: [] },
    example: { en: 'Harper', es: 'Vintage Español' },
  },
  {
    field: 'publishedYear',
    names: { en: 'published year', es: 'ano', others: ['year', 'anio'] },
    example: { en: '2006', es: '2009' },
  },
  {
    field: 'subjects',
    names: { en: 'subjects', es: 'temas', others: ['subject', 'tema', 'materias'] },
    example: { en: 'novel; Latin America', es: 'novela; América Latina' },
  },
  {
    field: 'description',
    names: { en: 'description', es: 'descripcion', others: [] },
    example: { en: '', es: '' },
  },
];

/** A name as it is compared: small letters without accents, parted by single blanks. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** The column of that name in the first row of a file; undefined where it is none of ours. */
export function columnOf(name: string): Column | undefined {
  const folded = fold(name);
  return columns.find(({ field, names: { en, es, others } }) =>
    [field, en, es, ...others].some(
      each => fold(each) === folded || fold(each).replaceAll(' ', '') === folded,
    ),
  );
}
