import { isIdempotencyKey, keyRefusals } from '../../runtime/idempotency-key.ts';
import { newId } from '../../runtime/ids.ts';
import type { Currency } from '../../runtime/money.ts';
import { requestHash } from '../../runtime/request-hash.ts';
import { BookFields } from './book-fields.ts';
import type { CatalogUserError, PublishBookInput } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** A book that somebody wants to offer, as it was read. */
export type NewBook = ReturnType<typeof readNewBook>;

/** Reads a book to be offered, with all that is wrong with it; where anything is, its fields mean nothing. */
export function readNewBook(input: PublishBookInput, currency: Currency) {
  const { idempotencyKey } = input;
  const fields = new BookFields(currency);
  const offer = {
    title: fields.title(input.title),
    authors: fields.authors(input.authors),
    isbn: fields.isbn(input.isbn ?? null),
    description: fields.description(input.description ?? null),
    language: fields.language(input.language ?? null),
    publisher: fields.publisher(input.publisher ?? null),
    publishedYear: fields.publishedYear(input.publishedYear ?? null),
    subjects: fields.subjects(input.subjects ?? null),
    condition: input.condition,
    conditionNote: fields.conditionNote(input.conditionNote ?? null),
    price: fields.price(input.price),
    stock: fields.stock(input.stock),
  };
  return {
    /** The book's id, if it comes to be one. */
    id: newId(),
    offer,
    /** The key by its hash; null where the seller gave none. */
    keyHash: typeof idempotencyKey === 'string' ? requestHash(idempotencyKey) : null,
    requestHash: hashOf(input),
    errors: [...fields.errors, ...checkKey(idempotencyKey)],
  };
}

/** The key was used before, for another book. */
export const keyReused = (): CatalogUserError => refuseKey('IDEMPOTENCY_KEY_REUSED');

const checkKey = (key: string | null | undefined): CatalogUserError[] =>
  typeof key !== 'string' || isIdempotencyKey(key) ? [] : [refuseKey('IDEMPOTENCY_KEY_INVALID')];

const refuseKey = (code: keyof typeof keyRefusals): CatalogUserError =>
  userError(code, keyRefusals[code], ['idempotencyKey']);

function hashOf(input: PublishBookInput): string {
  const { title, isbn, description, language, publisher, publishedYear, condition, conditionNote } = input;
  const lists = [JSON.stringify(input.authors), JSON.stringify(input.subjects ?? [])];
  const texts = [title, isbn, description, language, publisher, condition, conditionNote, input.price];
  return requestHash(...texts, ...lists, publishedYear, input.stock);
}
