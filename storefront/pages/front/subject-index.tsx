import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language-context.tsx';
import { usePageWords } from './words.ts';

/** All subjects with how many books each has, as the index at the end of a book. */
export function SubjectIndex({ subjects }: { subjects: readonly { value: string; count: number }[] }) {
  const words = usePageWords();
  const format = useFormat();
  const { language } = useLanguage();
  if (subjects.length === 0) return null;
  const order = new Intl.Collator(language);
  const sorted = [...subjects].sort((one, other) => order.compare(one.value, other.value));
  return (
    <section className="subject-index">
      <h2>{words.index}</h2>
      <ul className="subject-list">
        {sorted.map(({ value, count }) => (
          <li key={value}>
            <Link to={{ pathname: '/books', search: new URLSearchParams({ subject: value }).toString() }}>
              {value}
            </Link>
            <span>{format.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
