import type { OwnBookFragment } from '../components/own-book.generated.ts';
import type { PublishBookInput } from '../graphql/schema-types.generated.ts';

/** What a seller writes of a book: each field as it stands in its control. Authors and subjects are parted by ";". */
export interface BookDraft {
  title: string;
  authors: string;
  isbn: string;
  condition: PublishBookInput['condition'];
  conditionNote: string;
  price: string;
  stock: string;
  language: string;
  publisher: string;
  publishedYear: string;
  subjects: string;
  description: string;
}

/** A field of a book that its seller writes. */
export type BookField = keyof BookDraft;

/** A form that nobody has filled in yet. */
export const emptyDraft: BookDraft = {
  title: '',
  authors: '',
  isbn: '',
  condition: 'GOOD',
  conditionNote: '',
  price: '',
  stock: '1',
  language: '',
  publisher: '',
  publishedYear: '',
  subjects: '',
  description: '',
};

/** A book as its form has it. */
export const draftOf = (book: OwnBookFragment): BookDraft => ({
  title: book.title,
  authors: book.authors.join('; '),
  isbn: book.isbn ?? '',
  condition: book.condition,
  conditionNote: book.conditionNote ?? '',
  price: book.price.amount,
  stock: String(book.stock),
  language: book.language ?? '',
  publisher: book.publisher ?? '',
  publishedYear: book.publishedYear === null ? '' : String(book.publishedYear),
  subjects: book.subjects.join('; '),
  description: book.description ?? '',
});

/** The parts of a list that is written in one line. */
export const partsOf = (text: string): string[] =>
  text
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '');

/** An amount as the API takes it, also of one that is written with a decimal comma. */
export const decimalOf = (text: string): string => text.trim().replace(/^(\d+),(\d{1,2})$/, '$1.$2');

/** A draft with which nothing is wrong, as the API takes it; what is empty is null. */
export const inputOf = (draft: BookDraft): PublishBookInput => ({
  title: draft.title.trim(),
  authors: partsOf(draft.authors),
  isbn: draft.isbn.trim() || null,
  condition: draft.condition,
  conditionNote: draft.conditionNote.trim() || null,
  price: decimalOf(draft.price),
  stock: Number(draft.stock),
  language: draft.language.trim() || null,
  publisher: draft.publisher.trim() || null,
  publishedYear: draft.publishedYear.trim() === '' ? null : Number(draft.publishedYear),
  subjects: partsOf(draft.subjects),
  description: draft.description.trim() || null,
});

/** The fields in which a draft is not what another one is. */
export const changedFields = (before: BookDraft, after: BookDraft): BookField[] =>
  bookFields.filter(field => before[field].trim() !== after[field].trim());

/** All fields, in the order of the form. */
export const bookFields = [
  'title',
  'authors',
  'isbn',
  'condition',
  'conditionNote',
  'price',
  'stock',
  'language',
  'publisher',
  'publishedYear',
  'subjects',
  'description',
] as const satisfies readonly BookField[];
