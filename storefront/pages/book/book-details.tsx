import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useBookWords } from '../../components/book-words.ts';
import { useFormat } from '../../i18n/format.ts';
import type { PageBook } from './queries.ts';
import { usePageWords } from './words.ts';

const Subjects = ({ subjects }: { subjects: readonly string[] }) =>
  subjects.map((subject, place) => (
    <Fragment key={subject}>
      {place > 0 && ', '}
      <Link to={{ pathname: '/books', search: new URLSearchParams({ subject }).toString() }}>{subject}</Link>
    </Fragment>
  ));

/** A line of the details; none where there is nothing to tell. */
const Row = ({ label, children }: { label: string; children: ReactNode }) =>
  children ? (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  ) : null;

/** What of a book is shown below its offer. */
type DetailedBook = Pick<
  PageBook,
  | 'authors'
  | 'publisher'
  | 'publishedYear'
  | 'language'
  | 'isbn'
  | 'subjects'
  | 'condition'
  | 'conditionNote'
  | 'description'
  | 'createdAt'
>;

/** What is known of a book and of the copy on offer. */
export function BookDetails({ book }: { book: DetailedBook }) {
  const words = usePageWords();
  const bookWords = useBookWords();
  const format = useFormat();
  return (
    <div className="book-details">
      <section>
        <h2>{words.about}</h2>
        <p className="book-details-grade">{bookWords.conditions[book.condition]}</p>
        <p>{bookWords.meanings[book.condition]}</p>
        {book.conditionNote && <blockquote dir="auto">{book.conditionNote}</blockquote>}
      </section>
      {book.description && (
        <section>
          <h2>{words.description}</h2>
          <p className="book-details-text" dir="auto">
            {book.description}
          </p>
        </section>
      )}
      <section>
        <h2>{words.details}</h2>
        <dl className="leaders">
          <Row label={words.authors(book.authors.length)}>{format.list(book.authors)}</Row>
          <Row label={words.publisher}>{book.publisher}</Row>
          <Row label={words.year}>{book.publishedYear === null ? null : format.year(book.publishedYear)}</Row>
          <Row label={words.language}>{book.language && format.languageName(book.language)}</Row>
          <Row label={words.isbn}>{book.isbn}</Row>
          <Row label={words.subjects}>
            {book.subjects.length > 0 && <Subjects subjects={book.subjects} />}
          </Row>
          <Row label={words.added}>{format.day(book.createdAt)}</Row>
        </dl>
      </section>
    </div>
  );
}
