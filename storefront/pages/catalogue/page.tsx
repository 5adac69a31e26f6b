import './catalogue.css';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Notice } from '../../components/notice.tsx';
import { FromStart, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { useHead } from '../../head/use-head.ts';
import type { PageAddress } from '../../pages.ts';
import { Filters } from './filters.tsx';
import { ResultPage } from './result-page.tsx';
import { catalogueQuery, countsQuery, wordsOf } from './search-of-address.ts';
import { SortSelect } from './sort-select.tsx';
import { usePageWords } from './words.ts';

/** What the server asks beforehand. */
export const queries = ({ search }: PageAddress) => [
  catalogueQuery(search, search.get('after')),
  countsQuery(search),
];

/** All books for sale, searched, narrowed and sorted as the address says. */
export function Component() {
  const words = usePageWords();
  const [search] = useSearchParams();
  const cursors = usePagesRead();
  const [{ data, fetching }] = useQuery(countsQuery(search));
  const query = wordsOf(search);
  const title = query ? words.titleFor(query) : words.title;
  const isWhole = [...search.keys()].every(key => key === 'lang');
  useHead({ title, description: words.description, isPrivate: !isWhole });
  const total = data?.found?.totalCount ?? null;
  return (
    <>
      <div className="catalogue-top">
        <h1>{title}</h1>
        <p className="catalogue-found" role="status">
          {total === null ? fetching && words.counting : words.found(total)}
        </p>
        <SortSelect />
      </div>
      <div className="catalogue">
        <Filters counts={data} />
        <div className="catalogue-results">
          <FromStart />
          {total === 0 && !fetching && (
            <Notice title={words.nothing}>
              <p>{words.nothingAdvice}</p>
            </Notice>
          )}
          {cursors.map((cursor, place) => (
            <ResultPage
              key={cursor}
              query={catalogueQuery(search, cursor)}
              isFirst={place === 0}
              isLast={place === cursors.length - 1}
            />
          ))}
          <SeeTheGraphQL of={catalogueQuery(search, null)} />
        </div>
      </div>
    </>
  );
}
