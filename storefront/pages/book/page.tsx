import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Failure } from '../../components/failure.tsx';
import type { PageAddress } from '../../pages.ts';
import { Component as NotFound } from '../not-found/page.tsx';
import { BookSheet } from './book-sheet.tsx';
import { BookSkeleton } from './book-skeleton.tsx';
import { bookQuery } from './queries.ts';

/** What the server asks beforehand. */
export const queries = ({ params }: PageAddress) => [bookQuery(params.id ?? '')];

function BookPage({ id }: { id: string }) {
  const [{ data, error }, ask] = useQuery(bookQuery(id));
  if (data?.book) return <BookSheet book={data.book} />;
  if (error) return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  return data ? <NotFound /> : <BookSkeleton />;
}

/** One book: all that is known of it, what it costs, and the way to buy it. */
export function Component() {
  const { id = '' } = useParams();
  // Another book is another page: nothing of the one before stays.
  return <BookPage key={id} id={id} />;
}
