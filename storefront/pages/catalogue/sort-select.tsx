import { useId } from 'react';
import { useNarrow } from '../../components/use-narrow.ts';
import { sortOf, sorts, wordsOf } from './search-of-address.ts';
import { usePageWords } from './words.ts';

/** Chooses the order of the catalogue. Without words to search for, the best match is the newest. */
export function SortSelect() {
  const words = usePageWords();
  const [search, narrow] = useNarrow();
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
