import './see-the-graphql.css';
import type { PageQuery } from '../graphql/page-query.ts';
import { playgroundAddress, useHasPlayground } from '../graphql/playground.ts';
import { wordsHook } from '../i18n/words.ts';

const useSeeWords = wordsHook({ en: { see: 'See the GraphQL' }, es: { see: 'Ver el GraphQL' } });

/** A discreet link that opens what the page asked the API in the playground; nothing where there is none. */
export function SeeTheGraphQL({ of }: { of: PageQuery }) {
  const words = useSeeWords();
  const hasPlayground = useHasPlayground();
  if (!hasPlayground) return null;
  return (
    <a className="see-the-graphql" href={playgroundAddress(of)} rel="nofollow">
      {words.see}
    </a>
  );
}
