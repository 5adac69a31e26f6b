import { useState } from 'react';
import { useMutation } from 'urql';
import { freshAccessToken } from '../../account/tokens.ts';
import type { OwnBookFragment } from '../../components/own-book.generated.ts';
import { useToast } from '../../components/toast.tsx';
import { CoverUpload } from '../../cover-upload/cover-upload.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';

import { type BookDraft, bookFields, changedFields, draftOf, inputOf } from '../../selling/book-draft.ts';
import { BookFields } from '../../selling/book-fields.tsx';
import { BookPreview } from '../../selling/book-preview.tsx';
import { UpdateBookDocument } from '../../selling/selling.generated.ts';
import { ofTopFields } from '../../selling/top-field.ts';
import { useFieldProblems } from '../../selling/use-field-problems.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { usePageWords } from './words.ts';

/** What of a book is changed: those fields alone, so that what others changed meanwhile stays. */
function changesOf(before: BookDraft, after: BookDraft) {
  const input = inputOf(after);
  return Object.fromEntries(changedFields(before, after).map(field => [field, input[field]]));
}

/**
 * The form of a book that is there. `book` is the book as it is known now, which may be newer than what the reader began
 * to change; `look` asks for it anew.
 */
export function EditForm({ book, look }: { book: OwnBookFragment; look: () => void }) {
  const words = usePageWords();
  const toast = useToast();
  const [base, setBase] = useState(book);
  const [draft, setDraft] = useState(() => draftOf(book));
  const [, update] = useMutation(UpdateBookDocument);
  const before = draftOf(base);
  const startFrom = (next: OwnBookFragment, kept: Partial<BookDraft> = {}) => {
    setBase(next);
    setDraft({ ...draftOf(next), ...kept });
  };
  const form = useSubmission(async () => {
    problems.tried();
    if (!problems.isSound) return [];
    const input = { bookId: base.id, version: base.version, ...changesOf(before, draft) };
    const { data, error } = await update({ input });
    if (error) throw error;
    const { book: saved, userErrors = [] } = data?.updateBook ?? {};
    if (saved) {
      startFrom(saved);
      toast(words.saved);
    }
    // What is there now is shown beside what the reader wrote.
    if (userErrors.some(({ code }) => code === 'STALE_VERSION')) look();
    return ofTopFields(userErrors.filter(({ code }) => code !== 'STALE_VERSION'));
  });
  const problems = useFieldProblems(draft, form.errorOf);
  const change = (changes: Partial<BookDraft>) => {
    setDraft({ ...draft, ...changes });
    problems.changed(changes);
  };
  const written = changedFields(before, draft);
  // Who has written nothing yet begins with what is there now.
  if (book.version > base.version && written.length === 0) startFrom(book);
  return (
    <div className="selling-form">
      <CoverUpload
        book={base}
        getToken={freshAccessToken}
        onChange={({ version, cover }) => setBase({ ...base, version, cover })}
      />
      <form className="form" onSubmit={form.submit} aria-label={words.title} noValidate>
        <FormProblems errors={form.otherErrors(bookFields)} failure={form.error} />
        {book.version > base.version && (
          <ChangedMeanwhile
            before={before}
            now={draftOf(book)}
            written={draft}
            keepMine={() => startFrom(book, Object.fromEntries(written.map(field => [field, draft[field]])))}
            takeTheirs={() => startFrom(book)}
          />
        )}
        <BookFields draft={draft} change={change} problemOf={problems.problemOf} />
        <div className="form-actions">
          <button type="submit" disabled={form.isSending || written.length === 0}>
            {form.isSending ? words.saving : words.save}
          </button>
        </div>
      </form>
      <BookPreview draft={draft} book={base} />
    </div>
  );
}
