import { coverWidths } from '../../covers/variants.ts';
import type { ShownBook } from './book.ts';
import { BookCover } from './book-cover.ts';
import type { Cover } from './cover-loader.ts';
import type { CatalogUserError, UserErrorCode } from './resolvers.generated.ts';

/** What an upload is answered: as a mutation is, with an HTTP status that says it too. */
export interface UploadAnswer {
  status: number;
  body: {
    book: {
      id: string;
      version: number;
      cover: { alt: string; uploaded: boolean; urls: { width: number; url: string }[] };
    } | null;
    userErrors: Pick<CatalogUserError, 'code' | 'message' | 'field'>[];
  };
}

const statuses: Partial<Record<UserErrorCode, number>> = {
  NOT_FOUND: 404,
  STATUS_INVALID: 409,
  COVER_TOO_LARGE: 413,
  COVER_FORMAT_UNSUPPORTED: 415,
  COVER_INVALID: 422,
};

/** The answer that refuses. */
export const refusalAnswer = (userErrors: readonly CatalogUserError[]): UploadAnswer => ({
  status: userErrors.map(({ code }) => statuses[code]).find(Boolean) ?? 400,
  body: { book: null, userErrors: userErrors.map(({ code, message, field }) => ({ code, message, field })) },
});

/** The answer that tells the book's cover as it is now. */
export function coverAnswer(book: ShownBook, cover: Cover | null): UploadAnswer {
  const shown = new BookCover(book, cover);
  const urls = coverWidths.map(width => ({ width, url: shown.path(width) }));
  const { id, version } = book;
  const { alt, uploaded } = shown;
  return { status: 200, body: { book: { id, version, cover: { alt, uploaded, urls } }, userErrors: [] } };
}
