import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { sortOf, sorts, wordsOf } from './search-of-address.ts';
import { useNarrow } from './use-narrow.ts';
import { usePageWords } from './words.ts';

/** Chooses the order of the catalogue. Without words to search for, the best match is the newest. */
export function SortSelect() {
  const words = usePageWords();
  const narrow = useNarrow();
  const [search] = useSearchParams();
  const id = useId();
  const offered = sorts.filter(each => each !== (wordsOf(search) ? undefined : 'RELEVANCE'));
  const chosen = sortOf(search);
  return (
    <div className="sort-select">
      <label htmlFor={id}>{words.sort}</label>
      <select
        id={id}
        value={offered.includes(chosen) ? chosen : 'NEWEST'}
        onChange={({ target }) => narrow(next => next.set('sort', target.value))}
      >
        {offered.map(each => (
          <option key={each} value={each}>
            {words.sorts[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
