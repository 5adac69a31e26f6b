import { useState } from 'react';
import { Modal } from '../../components/modal.tsx';
import type { RefusalFragment } from '../../components/refusal.generated.ts';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';

/**
 * A button for what is done to somebody's account, after a question. `act` answers what was refused, or rejects with a
 * CombinedError; when it worked the reader is told `done`.
 */
export function AskedAction({
  label,
  title,
  meaning,
  done,
  act,
}: {
  label: string;
  /** The label, and whom it is about. */
  title: string;
  meaning: string;
  done: string;
  act: () => Promise<readonly RefusalFragment[]>;
}) {
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const form = useSubmission(async () => {
    const refusals = await act();
    if (refusals.length === 0) {
      setAsking(false);
      toast(done);
    }
    return refusals;
  });
  return (
    <>
      <button type="button" className="quiet-button" aria-label={title} onClick={() => setAsking(true)}>
        {label}
      </button>
      <Modal title={title} isOpen={isAsking} close={() => setAsking(false)}>
        <form className="form" onSubmit={form.submit}>
          <p>{meaning}</p>
          <FormProblems errors={form.otherErrors([])} failure={form.error} />
          <div className="form-actions">
            <button type="submit" disabled={form.isSending}>
              {label}
            </button>
          </div>
        </form>
      </Modal>
    </>
  );
}
