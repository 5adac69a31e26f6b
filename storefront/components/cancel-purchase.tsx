import { useState } from 'react';
import { useMutation } from 'urql';
import { FormProblems } from '../forms/form-problems.tsx';
import { textOf, useSubmission } from '../forms/use-submission.ts';
import type { PurchaseStatus } from '../graphql/schema-types.generated.ts';
import { CancelPurchaseDocument } from './cancel-purchase.generated.ts';
import { Field } from './field.tsx';
import { Modal } from './modal.tsx';
import { useToast } from './toast.tsx';

/** What it says: the buyer and the seller see it from two sides. */
interface CancelWords {
  cancel: string;
  cancelTitle: string;
  cancelUnpaid: string;
  cancelPaid: string;
  reason: string;
  reasonHint: string;
  cancelled: string;
}

/** Calls a purchase off that is not sent yet, after a question; `done` is called whatever came of it. */
export function CancelPurchase({
  purchase,
  words,
  done,
}: {
  purchase: { id: string; status: PurchaseStatus };
  words: CancelWords;
  done: () => void;
}) {
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [, cancel] = useMutation(CancelPurchaseDocument);
  const form = useSubmission(async values => {
    const reason = textOf(values, 'reason').trim() || null;
    const { data, error } = await cancel({ input: { purchaseId: purchase.id, reason } });
    // Whatever came of it: where the purchase stands tells, also when the answer was lost.
    done();
    if (error) throw error;
    if (data?.cancelPurchase?.purchase) toast(words.cancelled);
    return data?.cancelPurchase?.userErrors ?? [];
  });
  return (
    <>
      <button type="button" className="quiet-button" onClick={() => setAsking(true)}>
        {words.cancel}
      </button>
      <Modal title={words.cancelTitle} isOpen={isAsking} close={() => setAsking(false)}>
        <form className="form" onSubmit={form.submit}>
          <p>{purchase.status === 'PAID' ? words.cancelPaid : words.cancelUnpaid}</p>
          <FormProblems errors={form.otherErrors(['reason'])} failure={form.error} />
          <Field label={words.reason} hint={words.reasonHint} error={form.errorOf('reason')}>
            {control => <textarea {...control} name="reason" maxLength={500} rows={2} />}
          </Field>
          <div className="form-actions">
            <button type="submit" disabled={form.isSending}>
              {words.cancel}
            </button>
          </div>
        </form>
      </Modal>
    </>
  );
}
