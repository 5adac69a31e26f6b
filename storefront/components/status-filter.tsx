import { useSearchParams } from 'react-router';
import type { PurchaseStatus } from '../graphql/schema-types.generated.ts';
import { wordsHook } from '../i18n/words.ts';
import { Field } from './field.tsx';
import { useStatusWords } from './purchase-status.tsx';
import { useNarrow } from './use-narrow.ts';

const useFilterWords = wordsHook({
  en: { show: 'Show', all: 'All' },
  es: { show: 'Mostrar', all: 'Todas' },
});

const statuses: readonly PurchaseStatus[] = [
  'AWAITING_PAYMENT',
  'PAID',
  'SHIPPED',
  'DELIVERED',
  'EXPIRED',
  'CANCELLED',
];

const statusOf = (search: URLSearchParams): PurchaseStatus | null =>
  statuses.find(each => each === search.get('status')) ?? null;

/** The status that the address names; null for all. */
export const useStatusFilter = (): PurchaseStatus | null => statusOf(useSearchParams()[0]);

/** Chooses of which status purchases are listed, and writes it into the address. */
export function StatusFilter({ label }: { label?: string }) {
  const words = useFilterWords();
  const statusWords = useStatusWords();
  const [search, narrow] = useNarrow();
  const choose = (status: string) =>
    narrow(next => (status ? next.set('status', status) : next.delete('status')));
  return (
    <Field label={label ?? words.show}>
      {control => (
        <select {...control} value={statusOf(search) ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{words.all}</option>
          {statuses.map(each => (
            <option key={each} value={each}>
              {statusWords[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
