import '../purchases/purchases.css';
import '../../forms/form.css';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { FromStart, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { StatusFilter, useStatusFilter } from '../../components/status-filter.tsx';
import { useHead } from '../../head/use-head.ts';
import { SaleList, salesQuery } from './sale-list.tsx';
import { usePageWords } from './words.ts';

function Sales() {
  const status = useStatusFilter();
  const cursors = usePagesRead();
  return (
    <>
      <StatusFilter />
      <FromStart />
      {cursors.map((cursor, place) => (
        <SaleList
          key={cursor}
          query={salesQuery(status, cursor)}
          isFirst={place === 0}
          isLast={place === cursors.length - 1}
        />
      ))}
      <SeeTheGraphQL of={salesQuery(status, null)} />
    </>
  );
}

/** What others bought from the reader, the latest first. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="purchases">
      <h1>{words.title}</h1>
      <ReaderOnly>{() => <Sales />}</ReaderOnly>
    </div>
  );
}
