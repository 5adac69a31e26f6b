import { Link } from 'react-router';
import { Notice } from '../../components/notice.tsx';
import { useHead } from '../../head/use-head.ts';
import { usePageWords } from './words.ts';

/** At an address where nothing is; other pages show it too, where what they are about is not there. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, status: 404 });
  return (
    <Notice title={words.title}>
      <p>{words.advice}</p>
      <p>
        <Link to="/books">{words.catalogue}</Link>
      </p>
    </Notice>
  );
}
