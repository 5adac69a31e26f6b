import { badUserInput } from '../../runtime/errors.ts';
import type { Currency } from '../../runtime/money.ts';
import type { Book } from './book.ts';
import { BookFields } from './book-fields.ts';
import type { CatalogUserError, UpdateBookInput } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** What of a book its seller decides. */
const sellersFields = [
  ...([
    'title',
    'authors',
    'isbn',
    'description',
    'language',
    'publisher',
    'publishedYear',
    'subjects',
  ] as const),
  ...(['condition', 'conditionNote', 'price', 'stock', 'status'] as const),
];

type SellersField = (typeof sellersFields)[number];

/** New values; undefined for what stays as it is. */
export type BookChanges = { [Field in SellersField]: Book[Field] | undefined };

const given = <Said, Value>(said: Said | undefined, read: (said: Said) => Value): Value | undefined =>
  said === undefined ? undefined : read(said);

/** Reads what a seller wants changed, with all that is wrong with it. BAD_USER_INPUT for a condition of null. */
export function readChanges(
  input: UpdateBookInput,
  currency: Currency,
): { changes: BookChanges; errors: CatalogUserError[] } {
  if (input.condition === null)
    throw badUserInput('condition cannot be emptied: say a grade, or leave it out.');
  const fields = new BookFields(currency);
  const changes = {
    title: given(input.title, said => fields.title(said)),
    authors: given(input.authors, said => fields.authors(said)),
    isbn: given(input.isbn, said => fields.isbn(said)),
    description: given(input.description, said => fields.description(said)),
    language: given(input.language, said => fields.language(said)),
    publisher: given(input.publisher, said => fields.publisher(said)),
    publishedYear: given(input.publishedYear, said => fields.publishedYear(said)),
    subjects: given(input.subjects, said => fields.subjects(said)),
    condition: input.condition,
    conditionNote: given(input.conditionNote, said => fields.conditionNote(said)),
    price: given(input.price, said => fields.price(said)),
    stock: given(input.stock, said => fields.stock(said)),
    status: input.status ?? undefined,
  };
  const statusErrors =
    input.status === null
      ? [userError('STATUS_INVALID', 'A status is PUBLISHED, PAUSED or REMOVED.', ['status'])]
      : [];
  return { changes, errors: [...fields.errors, ...statusErrors] };
}
