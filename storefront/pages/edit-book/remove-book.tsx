import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { Modal } from '../../components/modal.tsx';
import type { OwnBookFragment } from '../../components/own-book.generated.ts';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { RemoveBookDocument } from '../../selling/selling.generated.ts';
import { usePageWords } from './words.ts';

/** Takes a book down for good, after a question. */
export function RemoveBook({ book }: { book: OwnBookFragment }) {
  const words = usePageWords();
  const toast = useToast();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [, remove] = useMutation(RemoveBookDocument);
  const form = useSubmission(async () => {
    const { data, error } = await remove({ bookId: book.id });
    if (error) throw error;
    const { userErrors = [] } = data?.removeBook ?? {};
    if (userErrors.length === 0) {
      toast(words.wasRemoved(book.title));
      await navigate('/selling');
    }
    return userErrors;
  });
  return (
    <section className="form">
      <h2>{words.takeDown}</h2>
      <p>{words.takeDownAdvice}</p>
      <div className="form-actions">
        <button type="button" className="quiet-button" onClick={() => setAsking(true)}>
          {words.remove}
        </button>
      </div>
      <Modal title={words.removeTitle(book.title)} isOpen={isAsking} close={() => setAsking(false)}>
        <form className="form" onSubmit={form.submit}>
          <p>{words.removeMeans}</p>
          <FormProblems errors={form.otherErrors([])} failure={form.error} />
          <div className="form-actions">
            <button type="submit" disabled={form.isSending}>
              {words.removeForGood}
            </button>
          </div>
        </form>
      </Modal>
    </section>
  );
}
