import { useHead } from '../../head/use-head.ts';
import { usePageWords } from './words.ts';

/** The page is to come. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return <h1>{words.title}</h1>;
}
