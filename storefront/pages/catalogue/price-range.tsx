import { useEffect, useRef } from 'react';
import { useNarrow } from '../../components/use-narrow.ts';
import { usePageWords } from './words.ts';

/** One end of the price: taken when the reader leaves the field or presses Enter, not with each figure. */
function PriceEnd({ name, label }: { name: 'priceMin' | 'priceMax'; label: string }) {
  const [search, narrow] = useNarrow();
  const field = useRef<HTMLInputElement>(null);
  const said = search.get(name) ?? '';
  useEffect(() => {
    if (field.current) field.current.value = said;
  }, [said]);
  const take = () => {
    const value = field.current?.value.trim() ?? '';
    if (value === said) return;
    narrow(next => (value ? next.set(name, value) : next.delete(name)));
  };
  return (
    <label>
      <span>{label}</span>
      <input
        ref={field}
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        defaultValue={said}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
    </label>
  );
}

/** Between which prices. */
export function PriceRange() {
  const words = usePageWords();
  return (
    <fieldset className="facet price-range">
      <legend>{words.price}</legend>
      <PriceEnd name="priceMin" label={words.priceMin} />
      <PriceEnd name="priceMax" label={words.priceMax} />
    </fieldset>
  );
}
