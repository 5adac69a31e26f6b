import './book-preview.css';
import { toIsbn13 } from '../../subgraphs/catalog/isbn.ts';
import { Cover } from '../components/cover.tsx';
import type { OwnBookFragment } from '../components/own-book.generated.ts';
import { Stock } from '../components/stock.tsx';
import { useFormat } from '../i18n/format.ts';
import { BookDetails } from '../pages/book/book-details.tsx';
import { type BookDraft, inputOf } from './book-draft.ts';
import { useSellingWords } from './selling-words.ts';
import { useStoreCurrency } from './use-store-currency.ts';

const today = (): string => new Date().toISOString();

/** How a draft will look on its page, as it is written; of a book that is there, with the cover that it has. */
export function BookPreview({ draft, book }: { draft: BookDraft; book?: OwnBookFragment }) {
  const words = useSellingWords();
  const format = useFormat();
  const currencyCode = useStoreCurrency();
  const input = inputOf(draft);
  const title = input.title || words.untitled;
  const authors = input.authors.length > 0 ? input.authors : [words.unknownAuthor];
  const { publishedYear = null, language = null } = input;
  const isPrice = Number(input.price) > 0 && currencyCode !== undefined;
  const details = {
    authors,
    publisher: input.publisher ?? null,
    publishedYear: publishedYear !== null && Number.isInteger(publishedYear) ? publishedYear : null,
    language,
    isbn: toIsbn13(draft.isbn) ?? null,
    subjects: input.subjects ?? [],
    condition: input.condition,
    conditionNote: input.conditionNote ?? null,
    description: input.description ?? null,
    createdAt: book?.createdAt ?? today(),
  };
  return (
    <aside className="book-preview" aria-label={words.preview}>
      <p className="book-preview-label">{words.preview}</p>
      <div className="book-preview-top">
        <Cover
          title={title}
          authors={authors}
          language={language}
          cover={book?.cover.uploaded ? book.cover : undefined}
        />
        <div>
          <h2 lang={language ?? undefined} dir="auto">
            {title}
          </h2>
          <p className="book-authors" dir="auto">
            {format.list(authors)}
          </p>
          {isPrice && (
            <p className="book-preview-price">{format.money({ amount: input.price, currencyCode })}</p>
          )}
          {Number.isInteger(input.stock) && <Stock copies={input.stock ?? 0} />}
        </div>
      </div>
      <BookDetails book={details} />
    </aside>
  );
}
