import './book-card.css';
import { Link } from 'react-router';
import { useFormat } from '../i18n/format.ts';
import type { BookCardFragment } from './book-card.generated.ts';
import { useBookWords } from './book-words.ts';
import { Cover } from './cover.tsx';
import { Stock } from './stock.tsx';

/**
 * A book in a list. `as` a card it is a cover with words below it; as an entry its words stand beside a small cover, as in
 * an antiquarian's catalogue, and there are more of them.
 */
export function BookCard({
  book,
  as = 'card',
  heading: Heading = 'h3',
  isFirst = false,
}: {
  book: BookCardFragment;
  as?: 'card' | 'entry';
  heading?: 'h2' | 'h3';
  /** Whether it is seen at once. */
  isFirst?: boolean;
}) {
  const format = useFormat();
  const words = useBookWords();
  const { title, authors, language, publisher, publishedYear, condition, price, stock, sellerName, cover } =
    book;
  const edition = [publisher, publishedYear === null ? null : format.year(publishedYear)].filter(Boolean);
  return (
    <li className={`book-${as}`}>
      <Cover
        title={title}
        authors={authors}
        language={language}
        cover={cover}
        sizes={as === 'entry' ? '5rem' : '(width < 40rem) 42vw, 11rem'}
        isFirst={isFirst}
      />
      <div className="book-words">
        <Heading className="book-title" lang={language ?? undefined} dir="auto">
          <Link to={`/books/${book.id}`}>{title}</Link>
        </Heading>
        <p className="book-authors" dir="auto">
          {format.list(authors)}
        </p>
        {as === 'entry' && edition.length > 0 && <p className="book-edition">{edition.join(', ')}</p>}
        <p className="book-state">
          {words.conditions[condition]} · <Stock copies={stock} />
          {as === 'entry' && sellerName && <span> · {words.soldBy(sellerName)}</span>}
        </p>
        <p className="book-price">{format.money(price)}</p>
      </div>
    </li>
  );
}
