import './purchases.css';
import '../../forms/form.css';
import { useSearchParams } from 'react-router';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { Field } from '../../components/field.tsx';
import { useStatusWords } from '../../components/purchase-status.tsx';
import { FromStart, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { useHead } from '../../head/use-head.ts';
import { PurchaseList, purchasesQuery } from './purchase-list.tsx';
import type { PurchaseStatus } from './purchases.generated.ts';
import { usePageWords } from './words.ts';

const statuses: readonly PurchaseStatus[] = [
  'AWAITING_PAYMENT',
  'PAID',
  'SHIPPED',
  'DELIVERED',
  'EXPIRED',
  'CANCELLED',
];

function Purchases() {
  const words = usePageWords();
  const statusWords = useStatusWords();
  const [search, setSearch] = useSearchParams();
  const cursors = usePagesRead();
  const status = statuses.find(each => each === search.get('status')) ?? null;
  return (
    <>
      <Field label={words.show}>
        {control => (
          <select
            {...control}
            value={status ?? ''}
            onChange={({ target: { value } }) => setSearch(value ? { status: value } : {})}
          >
            <option value="">{words.all}</option>
            {statuses.map(each => (
              <option key={each} value={each}>
                {statusWords[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
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
