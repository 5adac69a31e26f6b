import { useState } from 'react';
import { useBookWords } from '../../components/book-words.ts';
import { conditions } from '../../components/conditions.ts';
import { useNarrow } from '../../components/use-narrow.ts';
import { useFormat } from '../../i18n/format.ts';
import type { CatalogueCountsQuery } from './catalogue.generated.ts';
import { FacetGroup } from './facet-group.tsx';
import { PriceRange } from './price-range.tsx';
import { usePageWords } from './words.ts';

const narrowing = ['condition', 'language', 'subject', 'priceMin', 'priceMax', 'inStock'];

/** The filters of the catalogue, with how many books there are for each value. On a narrow screen they fold away. */
export function Filters({ counts }: { counts: CatalogueCountsQuery | undefined }) {
  const words = usePageWords();
  const bookWords = useBookWords();
  const format = useFormat();
  const [search, narrow] = useNarrow();
  const [isOpen, setOpen] = useState(false);
  const active = narrowing.flatMap(name => search.getAll(name)).length;
  return (
    <section className={isOpen ? 'filters filters-open' : 'filters'} aria-label={words.filters}>
      <button
        type="button"
        className="quiet-button filters-button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words.filters}
        {active > 0 && ` (${format.number(active)})`}
      </button>
      <form onSubmit={event => event.preventDefault()}>
        <FacetGroup
          name="condition"
          legend={words.condition}
          values={counts?.conditions?.facets?.conditions ?? []}
          order={conditions}
          describe={value =>
            value in bookWords.conditions ? Reflect.get(bookWords.conditions, value) : value
          }
        />
        <FacetGroup
          name="language"
          legend={words.language}
          values={counts?.languages?.facets?.languages ?? []}
          describe={format.languageName}
        />
        <FacetGroup name="subject" legend={words.subject} values={counts?.subjects?.facets?.subjects ?? []} />
        <PriceRange />
        <label className="facet-value">
          <input
            type="checkbox"
            checked={search.get('inStock') === 'true'}
            onChange={({ target }) =>
              narrow(next => (target.checked ? next.set('inStock', 'true') : next.delete('inStock')))
            }
          />
          <span>{words.inStock}</span>
        </label>
        {active > 0 && (
          <button
            type="button"
            className="quiet-button"
            onClick={() =>
              narrow(next => {
                for (const name of narrowing) next.delete(name);
              })
            }
          >
            {words.clear}
          </button>
        )}
      </form>
    </section>
  );
}
