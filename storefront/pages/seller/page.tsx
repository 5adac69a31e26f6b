import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { FromStart, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useHead } from '../../head/use-head.ts';
import type { PageAddress } from '../../pages.ts';
import { Component as NotFound } from '../not-found/page.tsx';
import { SellerBooks } from './seller-books.tsx';
import { SellerHead } from './seller-head.tsx';
import { sellerQuery } from './seller-query.ts';
import { usePageWords } from './words.ts';

/** What the server asks beforehand. */
export const queries = ({ params, search }: PageAddress) => [
  sellerQuery(params.id ?? '', search.get('after')),
];

function Waiting() {
  useHead({ title: usePageWords().loading });
  return <Skeleton lines={8} />;
}

function SellerPage({ id }: { id: string }) {
  const cursors = usePagesRead();
  const [first = null] = cursors;
  const [{ data, error }, ask] = useQuery(sellerQuery(id, first));
  if (error && !data?.user)
    return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <Waiting />;
  if (!data.user) return <NotFound />;
  return (
    <>
      <SellerHead seller={data.user} />
      <FromStart />
      {cursors.map((cursor, place) => (
        <SellerBooks
          key={cursor}
          query={sellerQuery(id, cursor)}
          isFirst={place === 0}
          isLast={place === cursors.length - 1}
        />
      ))}
      <SeeTheGraphQL of={sellerQuery(id, null)} />
    </>
  );
}

/** A seller, and what they offer, the newest first. */
export function Component() {
  const { id = '' } = useParams();
  return <SellerPage key={id} id={id} />;
}
