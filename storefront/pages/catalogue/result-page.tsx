import { useQuery } from 'urql';
import { BookList, BookListSkeleton } from '../../components/book-list.tsx';
import { Failure } from '../../components/failure.tsx';
import { ReadOn } from '../../components/read-on.tsx';
import type { catalogueQuery } from './search-of-address.ts';

/** One page of what was found. While other books are on their way, those before stay, faint. */
export function ResultPage({
  query,
  isFirst,
  isLast,
}: {
  query: ReturnType<typeof catalogueQuery>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const [{ data, error, fetching }, ask] = useQuery(query);
  if (error && !data?.books)
    return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data?.books) return <BookListSkeleton />;
  const { nodes, pageInfo } = data.books;
  return (
    <div className={fetching ? 'results-changing' : undefined} aria-busy={fetching}>
      <BookList books={nodes} isFirst={isFirst} />
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && <ReadOn cursor={pageInfo.endCursor} />}
    </div>
  );
}
