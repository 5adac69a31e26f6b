import './buy.css';
import '../../forms/form.css';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { Reader } from '../../account/reader.ts';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { Cover } from '../../components/cover.tsx';
import { Failure } from '../../components/failure.tsx';
import { Notice } from '../../components/notice.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Steps } from '../../components/steps.tsx';
import { useHead } from '../../head/use-head.ts';
import { useFormat } from '../../i18n/format.ts';
import { useBuyingSteps } from '../purchase/buying-steps.ts';
import { BuyPageDocument } from './buy.generated.ts';
import { OpenPurchase, PaidPurchase, purchasesOf } from './earlier-purchases.tsx';
import { ReserveForm } from './reserve-form.tsx';
import { usePageWords } from './words.ts';

function Buy({ bookId, reader }: { bookId: string; reader: Reader }) {
  const words = usePageWords();
  const format = useFormat();
  const [wantsAnother, setWantsAnother] = useState(false);
  const query = { query: BuyPageDocument, variables: { bookId } };
  // What was kept in memory may be from before the last purchase.
  const [{ data, error }, ask] = useQuery({ ...query, requestPolicy: 'network-only' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!data) return error ? <Failure error={error} retry={again} /> : <Skeleton lines={6} />;
  const { book, me } = data;
  if (!book)
    return (
      <Notice title={words.gone}>
        <Link to="/books">{words.catalogue}</Link>
      </Notice>
    );
  const { open, paid } = purchasesOf(book.id, me);
  return (
    <>
      <div className="buy-book">
        <Cover
          title={book.title}
          authors={book.authors}
          language={book.language}
          cover={book.cover}
          sizes="8rem"
          isFirst
        />
        <div>
          <h2>{book.title}</h2>
          <p>{words.by(format.list(book.authors))}</p>
          {book.sellerName && <p className="field-hint">{words.soldBy(book.sellerName)}</p>}
          <p className="buy-price">{format.money(book.price)}</p>
          <p>{book.stock > 0 ? words.left(book.stock) : words.soldOut}</p>
          <Link to={`/books/${book.id}`}>{words.other}</Link>
        </div>
      </div>
      {paid && <PaidPurchase purchase={paid} />}
      {open && !wantsAnother ? (
        <OpenPurchase purchase={open} another={() => setWantsAnother(true)} />
      ) : (
        <ReserveForm book={book} readerId={reader.id} refused={again} />
      )}
      <SeeTheGraphQL of={query} />
    </>
  );
}

/** The first step of a purchase: a reader who is signed in reserves a book. */
export function Component() {
  const words = usePageWords();
  const steps = useBuyingSteps();
  const { bookId = '' } = useParams();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="buying">
      <h1>{words.title}</h1>
      <Steps {...steps} now={0} />
      <ReaderOnly>{reader => <Buy bookId={bookId} reader={reader} />}</ReaderOnly>
    </div>
  );
}
