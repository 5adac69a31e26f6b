import '../../selling/selling.css';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { useHead } from '../../head/use-head.ts';
import { type BookDraft, bookFields, inputOf } from '../../selling/book-draft.ts';
import { BookFields } from '../../selling/book-fields.tsx';
import { BookPreview } from '../../selling/book-preview.tsx';
import { forgetDraft, keepDraft, readKeptDraft } from '../../selling/kept-draft.ts';
import { PublishBookDocument } from '../../selling/selling.generated.ts';
import { ofTopFields } from '../../selling/top-field.ts';
import { useFieldProblems } from '../../selling/use-field-problems.ts';
import { usePageWords } from './words.ts';

function NewBook({ readerId }: { readerId: string }) {
  const words = usePageWords();
  const toast = useToast();
  const navigate = useNavigate();
  const [kept, setKept] = useState(() => readKeptDraft(readerId));
  const [wasPublished, setWasPublished] = useState(false);
  const [, publish] = useMutation(PublishBookDocument);
  const { draft, idempotencyKey } = kept;
  const form = useSubmission(async () => {
    problems.tried();
    if (!problems.isSound) return [];
    // Kept before it is sent: whatever happens to the answer, the next try is about the same book.
    keepDraft(readerId, kept);
    const { data, error } = await publish({ input: { ...inputOf(draft), idempotencyKey } });
    if (error) throw error;
    const { book, userErrors = [] } = data?.publishBook ?? {};
    if (book) {
      forgetDraft(readerId);
      toast(words.published(book.title));
      await navigate(`/selling/${book.id}`, { replace: true });
    }
    // What was sent first did arrive, only its answer did not; the reader has changed it since.
    if (userErrors.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED')) {
      setKept({ draft, idempotencyKey: forgetDraft(readerId).idempotencyKey });
      setWasPublished(true);
      return [];
    }
    return ofTopFields(userErrors);
  });
  const problems = useFieldProblems(draft, form.errorOf);
  const change = (changes: Partial<BookDraft>) => {
    const next = { ...kept, draft: { ...draft, ...changes } };
    keepDraft(readerId, next);
    setKept(next);
    setWasPublished(false);
    problems.changed(changes);
  };
  return (
    <div className="selling-form">
      <form className="form" onSubmit={form.submit} aria-label={words.title} noValidate>
        <FormProblems errors={form.otherErrors(bookFields)} failure={form.error} />
        {wasPublished && (
          <p className="failure" role="alert">
            {words.wasPublished} <Link to="/selling">{words.yourBooks}</Link>
          </p>
        )}
        <BookFields draft={draft} change={change} problemOf={problems.problemOf} />
        <div className="form-actions">
          <button type="submit" disabled={form.isSending}>
            {form.isSending ? words.publishing : words.publish}
          </button>
        </div>
      </form>
      <BookPreview draft={draft} />
    </div>
  );
}

/** Offers a book: its form, with what readers will see beside it. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="selling-page">
      <h1>{words.title}</h1>
      <p>
        {words.several} <Link to="/selling/import">{words.upload}</Link>
      </p>
      <ReaderOnly>{reader => <NewBook readerId={reader.id} />}</ReaderOnly>
      <SeeTheGraphQL of={{ query: PublishBookDocument, variables: {} }} />
    </div>
  );
}
