import { useState } from 'react';
import { useMutation } from 'urql';
import { Field } from '../../components/field.tsx';
import { Modal } from '../../components/modal.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { CancelSaleDocument } from './sale.generated.ts';
import type { Sale } from './sale-query.ts';
import { usePageWords } from './words.ts';

/** Calls a sale off that is not sent yet, after a question. */
export function CancelSale({ sale, done }: { sale: Sale; done: () => void }) {
  const words = usePageWords();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [, cancel] = useMutation(CancelSaleDocument);
  const form = useSubmission(async values => {
    const reason = textOf(values, 'reason').trim() || null;
    const { data, error } = await cancel({ input: { purchaseId: sale.id, reason } });
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
          <p>{sale.status === 'PAID' ? words.cancelPaid : words.cancelUnpaid}</p>
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
