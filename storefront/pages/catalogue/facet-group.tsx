import { useState } from 'react';
import { useNarrow } from '../../components/use-narrow.ts';
import { useFormat } from '../../i18n/format.ts';
import { usePageWords } from './words.ts';

interface FacetValue {
  value: string;
  count: number;
}

const shownAtFirst = 8;

/** What is chosen is there even where no book has it now: else it could not be taken away. */
function withChosen(values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter(each => !values.some(({ value }) => value === each));
  return [...values, ...missing.map(value => ({ value, count: 0 }))];
}

/** The values of one filter, of which several may be chosen, each with the number of books that it would show. */
export function FacetGroup({
  name,
  legend,
  values,
  order,
  describe = value => value,
}: {
  /** In the address. */
  name: string;
  legend: string;
  values: readonly FacetValue[];
  /** The values' own order; by number of books without it. */
  order?: readonly string[];
  describe?: (value: string) => string;
}) {
  const words = usePageWords();
  const format = useFormat();
  const [search, narrow] = useNarrow();
  const [isWhole, setWhole] = useState(false);
  const chosen = search.getAll(name);
  const all = withChosen(values, chosen);
  if (order) all.sort((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
  const shown = isWhole
    ? all
    : all.filter(({ value }, place) => place < shownAtFirst || chosen.includes(value));
  if (all.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} className="facet-value">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              narrow(next => (target.checked ? next.append(name, value) : next.delete(name, value)))
            }
          />
          <span>{describe(value)}</span>
          <span className="facet-count">{format.number(count)}</span>
        </label>
      ))}
      {shown.length < all.length && (
        <button type="button" className="facet-more" onClick={() => setWhole(true)}>
          {words.moreValues}
        </button>
      )}
    </fieldset>
  );
}
