import './front.css';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { Notice } from '../../components/notice.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { storeName } from '../../head/store-name.ts';
import { useHead } from '../../head/use-head.ts';
import { bySubject } from './by-subject.ts';
import { FrontPageDocument, SubjectIndexDocument } from './front.generated.ts';
import { Shelf, ShelfSkeleton } from './shelf.tsx';
import { SubjectIndex } from './subject-index.tsx';
import { usePageWords } from './words.ts';

const newestQuery = { query: FrontPageDocument, variables: { first: 60 } };
const subjectsQuery = { query: SubjectIndexDocument, variables: {} };
const onFirstShelf = 12;

/** What the server asks beforehand. */
export const queries = () => [newestQuery, subjectsQuery];

/** What is new, all of it and by subject, and an index of all subjects. */
export function Component() {
  const words = usePageWords();
  const [{ data, error }, ask] = useQuery(newestQuery);
  const [{ data: subjects }] = useQuery(subjectsQuery);
  useHead({
    title: storeName,
    description: words.lead,
    structured: absolute => ({
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: storeName,
      url: absolute('/'),
      potentialAction: {
        '@type': 'SearchAction',
        target: `${absolute('/books')}?q={search_term_string}`,
        'query-input': 'required name=search_term_string',
      },
    }),
  });
  const newest = data?.newest?.nodes;
  const total = subjects?.books?.totalCount;
  const shelves = bySubject(newest?.slice(onFirstShelf) ?? [], { shelves: 3, least: 4, most: 6 });
  return (
    <>
      <section className="front-title">
        <h1>{words.headline}</h1>
        <p>
          {words.lead} <span className="front-count">{total ? words.forSale(total) : null}</span>
        </p>
        <p className="front-ways">
          <Link className="button" to="/books">
            {words.browse}
          </Link>
          <Link className="button quiet-button" to="/selling/new">
            {words.sell}
          </Link>
        </p>
      </section>
      {error && !newest && <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />}
      {!newest && !error && <ShelfSkeleton title={words.newest} books={onFirstShelf} />}
      {newest?.length === 0 && (
        <Notice title={words.empty}>
          <p>{words.emptyAdvice}</p>
        </Notice>
      )}
      {newest && newest.length > 0 && (
        <Shelf title={words.newest} books={newest.slice(0, onFirstShelf)} search="sort=NEWEST" isFirst />
      )}
      {shelves.map(({ subject, books }) => (
        <Shelf
          key={subject}
          title={words.newIn(subject)}
          books={books}
          search={new URLSearchParams({ subject, sort: 'NEWEST' }).toString()}
        />
      ))}
      <SubjectIndex subjects={subjects?.books?.facets?.subjects ?? []} />
      <SeeTheGraphQL of={newestQuery} />
    </>
  );
}
