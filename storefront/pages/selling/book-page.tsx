import { useQuery } from 'urql';
import { BookListSkeleton } from '../../components/book-list.tsx';
import { Failure } from '../../components/failure.tsx';
import { ReadOn } from '../../components/read-on.tsx';
import { MyBooksDocument } from './my-books.generated.ts';
import { OwnBook } from './own-book.tsx';
import { usePageWords } from './words.ts';

/** A page of the reader's books: those after a cursor. */
export const myBooksQuery = (after: string | null) => ({ query: MyBooksDocument, variables: { after } });

/** Books after a cursor, each with what can be done to it. */
export function BookPage({
  query,
  isFirst,
  isLast,
}: {
  query: ReturnType<typeof myBooksQuery>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const words = usePageWords();
  const [{ data, error }, ask] = useQuery({ ...query, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  const books = data?.me?.books;
  if (!books && error) return <Failure error={error} retry={again} />;
  if (!books) return <BookListSkeleton books={6} />;
  const { nodes, pageInfo, totalCount } = books;
  if (isFirst && nodes.length === 0)
    return (
      <div className="form">
        <h2>{words.none}</h2>
        <p>{words.noneAdvice}</p>
      </div>
    );
  return (
    <>
      {isFirst && totalCount !== null && <p className="field-hint">{words.count(totalCount)}</p>}
      <ul className="own-books">
        {nodes.map(book => (
          <OwnBook key={book.id} book={book} changed={again} />
        ))}
      </ul>
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && <ReadOn cursor={pageInfo.endCursor} />}
    </>
  );
}
