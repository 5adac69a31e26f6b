import './purchases.css';
import '../../forms/form.css';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { FromStart, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { StatusFilter, useStatusFilter } from '../../components/status-filter.tsx';
import { useHead } from '../../head/use-head.ts';
import { PurchaseList, purchasesQuery } from './purchase-list.tsx';
import { usePageWords } from './words.ts';

function Purchases() {
  const words = usePageWords();
  const status = useStatusFilter();
  const cursors = usePagesRead();
  return (
    <>
      <StatusFilter label={words.show} />
      <FromStart />
      {cursors.map((cursor, place) => (
        <PurchaseList
          key={cursor}
          query={purchasesQuery(status, cursor)}
          isFirst={place === 0}
          isLast={place === cursors.length - 1}
        />
      ))}
      <SeeTheGraphQL of={purchasesQuery(status, null)} />
    </>
  );
}

/** What the reader has bought, the latest first. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="purchases">
      <h1>{words.title}</h1>
      <ReaderOnly>{() => <Purchases />}</ReaderOnly>
    </div>
  );
}
