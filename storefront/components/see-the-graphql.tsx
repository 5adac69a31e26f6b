import './see-the-graphql.css';
import { stringifyDocument } from 'urql';
import type { PageQuery } from '../graphql/page-query.ts';
import { wordsHook } from '../i18n/words.ts';

const useSeeWords = wordsHook({ en: { see: 'See the GraphQL' }, es: { see: 'Ver el GraphQL' } });

/** Where the playground opens an operation of its own tab. */
export function playgroundAddress({ query, variables }: PageQuery): string {
  const operation = new URLSearchParams({
    query: stringifyDocument(query),
    variables: JSON.stringify(variables, null, 2),
  });
  return `/graphql#${operation}`;
}

/** A discreet link that opens what the page asked the API in the playground. */
export function SeeTheGraphQL({ of }: { of: PageQuery }) {
  const words = useSeeWords();
  return (
    <a className="see-the-graphql" href={playgroundAddress(of)} rel="nofollow">
      {words.see}
    </a>
  );
}
