import { useSearchParams } from 'react-router';
import { wordsHook } from '../i18n/words.ts';
import type { PurchaseStatus } from '../pages/sales/sales.generated.ts';
import { Field } from './field.tsx';
import { useStatusWords } from './purchase-status.tsx';

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

/** The status that the address names; null for all. */
export function useStatusFilter(): PurchaseStatus | null {
  const [search] = useSearchParams();
  return statuses.find(each => each === search.get('status')) ?? null;
}

/** Chooses of which status purchases are listed, and writes it into the address. */
export function StatusFilter({ label }: { label?: string }) {
  const words = useFilterWords();
  const statusWords = useStatusWords();
  const [search, setSearch] = useSearchParams();
  const status = useStatusFilter();
  function choose(next: string): void {
    const changed = new URLSearchParams(search);
    changed.delete('after');
    if (next) changed.set('status', next);
    else changed.delete('status');
    setSearch(changed);
  }
  return (
    <Field label={label ?? words.show}>
      {control => (
        <select {...control} value={status ?? ''} onChange={({ target }) => choose(target.value)}>
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
