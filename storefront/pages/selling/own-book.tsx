import '../../components/book-card.css';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useBookWords } from '../../components/book-words.ts';
import { Cover } from '../../components/cover.tsx';
import type { OwnBookFragment } from '../../components/own-book.generated.ts';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { useFormat } from '../../i18n/format.ts';
import { UpdateBookDocument } from '../../selling/selling.generated.ts';
import { StatusMark } from '../../selling/status-mark.tsx';
import { StockForm } from './stock-form.tsx';
import { usePageWords } from './words.ts';

/** Has a book paused or offered again, whatever else of it was changed meanwhile. */
function PauseForm({ book, changed }: { book: OwnBookFragment; changed: () => void }) {
  const words = usePageWords();
  const toast = useToast();
  const [, update] = useMutation(UpdateBookDocument);
  const { id, title } = book;
  const isPaused = book.status === 'PAUSED';
  const form = useSubmission(async () => {
    const status = isPaused ? 'PUBLISHED' : 'PAUSED';
    const { data, error } = await update({ input: { bookId: id, status } });
    if (error) throw error;
    const { userErrors = [] } = data?.updateBook ?? {};
    if (userErrors.length === 0) toast(isPaused ? words.resumed(title) : words.paused(title));
    else changed();
    return userErrors;
  });
  return (
    <form onSubmit={form.submit}>
      <FormProblems errors={form.otherErrors([])} failure={form.error} />
      <button
        type="submit"
        className="quiet-button"
        disabled={form.isSending}
        aria-label={isPaused ? words.resumeOf(title) : words.pauseOf(title)}
      >
        {isPaused ? words.resume : words.pause}
      </button>
    </form>
  );
}

/** A book of the reader's in the list, with what is often done to it. `changed` asks for the list as it is now. */
export function OwnBook({ book, changed }: { book: OwnBookFragment; changed: () => void }) {
  const words = usePageWords();
  const { conditions } = useBookWords();
  const format = useFormat();
  const { id, title, authors, language, cover, condition, price, status } = book;
  return (
    <li className="own-book">
      <Cover title={title} authors={authors} language={language} cover={cover} sizes="4rem" />
      <div>
        <h2 lang={language ?? undefined} dir="auto">
          <Link to={`/selling/${id}`}>{title}</Link>
        </h2>
        <p className="book-authors" dir="auto">
          {format.list(authors)}
        </p>
        <p className="book-state">
          <StatusMark status={status} /> {conditions[condition]} · {format.money(price)}
        </p>
      </div>
      {status !== 'REMOVED' && (
        <div className="own-book-controls">
          <StockForm key={book.version} book={book} changed={changed} />
          <PauseForm book={book} changed={changed} />
          <Link className="button quiet-button" to={`/selling/${id}`} aria-label={words.editOf(title)}>
            {words.edit}
          </Link>
        </div>
      )}
    </li>
  );
}
