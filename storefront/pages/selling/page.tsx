import '../../selling/selling.css';
import { Link } from 'react-router';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { FromStart, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { useHead } from '../../head/use-head.ts';
import { BookPage, myBooksQuery } from './book-page.tsx';
import { usePageWords } from './words.ts';

function MyBooks() {
  const cursors = usePagesRead();
  return (
    <>
      <FromStart />
      {cursors.map((cursor, place) => (
        <BookPage
          key={cursor}
          query={myBooksQuery(cursor)}
          isFirst={place === 0}
          isLast={place === cursors.length - 1}
        />
      ))}
      <SeeTheGraphQL of={myBooksQuery(null)} />
    </>
  );
}

/** What the reader offers, the newest first. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="selling-page">
      <h1>{words.title}</h1>
      <p className="selling-actions">
        <Link className="button" to="/selling/new">
          {words.sell}
        </Link>
        <Link className="button quiet-button" to="/selling/import">
          {words.upload}
        </Link>
      </p>
      <ReaderOnly>{() => <MyBooks />}</ReaderOnly>
    </div>
  );
}
