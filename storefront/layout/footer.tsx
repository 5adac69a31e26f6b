import { useHasPlayground } from '../graphql/playground.ts';
import { useLayoutWords } from './layout-words.ts';

/** The bottom of every page. */
export function Footer() {
  const words = useLayoutWords();
  const hasPlayground = useHasPlayground();
  return (
    <footer className="footer">
      <p className="footer-tagline">{words.tagline}</p>
      <nav aria-label={words.developers}>
        <p>{words.footnote}</p>
        {hasPlayground && <a href="/graphql">{words.playground}</a>}
      </nav>
    </footer>
  );
}
