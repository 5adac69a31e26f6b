import { useQuery } from 'urql';
import { BookList, BookListSkeleton } from '../../components/book-list.tsx';
import { Failure } from '../../components/failure.tsx';
import { ReadOn } from '../../components/read-on.tsx';
import type { sellerQuery } from './seller-query.ts';
import { usePageWords } from './words.ts';

/** One page of a seller's books. */
export function SellerBooks({
  query,
  isFirst,
  isLast,
}: {
  query: ReturnType<typeof sellerQuery>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const words = usePageWords();
  const [{ data, error }, ask] = useQuery(query);
  const books = data?.user?.books;
  if (error && !books) return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!books) return <BookListSkeleton />;
  const { nodes, pageInfo } = books;
  if (nodes.length === 0 && isFirst) return <p>{words.nothing}</p>;
  return (
    <>
      <BookList books={nodes} isFirst={isFirst} isOfOneSeller />
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && <ReadOn cursor={pageInfo.endCursor} />}
    </>
  );
}
