import '../../selling/selling.css';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { Reader } from '../../account/reader.ts';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { Failure } from '../../components/failure.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useHead } from '../../head/use-head.ts';
import { StatusMark } from '../../selling/status-mark.tsx';
import { Component as NotFound } from '../not-found/page.tsx';
import { EditBookDocument } from './edit-book.generated.ts';
import { EditForm } from './edit-form.tsx';
import { RemoveBook } from './remove-book.tsx';
import { usePageWords } from './words.ts';

const editQuery = (id: string) => ({ query: EditBookDocument, variables: { id } });

function EditBook({ id, reader }: { id: string; reader: Reader }) {
  const words = usePageWords();
  const [{ data, error, stale }, ask] = useQuery({ ...editQuery(id), requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  const book = data?.book;
  if (!book && error) return <Failure error={error} retry={again} />;
  if (!data || (!book && stale)) return <Skeleton lines={10} />;
  const isTheirs = book?.seller && book.seller.id !== reader.id && reader.role !== 'ADMIN';
  if (!book || isTheirs) return <NotFound />;
  return (
    <>
      <h1 lang={book.language ?? undefined} dir="auto">
        {book.title}
      </h1>
      <p className="selling-actions">
        <StatusMark status={book.status} />
        {book.status === 'PUBLISHED' && <Link to={`/books/${id}`}>{words.seePage}</Link>}
        <Link to="/selling">{words.yourBooks}</Link>
      </p>
      {book.status === 'REMOVED' ? (
        <p>{words.removed}</p>
      ) : (
        <>
          <EditForm book={book} look={again} />
          <RemoveBook book={book} />
        </>
      )}
      <SeeTheGraphQL of={editQuery(id)} />
    </>
  );
}

/** A book of the reader's, to be changed or taken down. */
export function Component() {
  const words = usePageWords();
  const { id = '' } = useParams();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="selling-page">
      <ReaderOnly>{reader => <EditBook key={id} id={id} reader={reader} />}</ReaderOnly>
    </div>
  );
}
