import { useMutation } from 'urql';
import { Field } from '../../components/field.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { ShipPurchaseDocument } from './sale.generated.ts';
import type { Sale } from './sale-query.ts';
import { usePageWords } from './words.ts';

/** Has the seller say that a sale is on its way. */
export function ShipForm({ sale, done }: { sale: Sale; done: () => void }) {
  const words = usePageWords();
  const toast = useToast();
  const [, ship] = useMutation(ShipPurchaseDocument);
  const form = useSubmission(async values => {
    const trackingNumber = textOf(values, 'trackingNumber').trim() || null;
    const { data, error } = await ship({ input: { purchaseId: sale.id, trackingNumber } });
    // Whatever came of it: where the sale stands tells, also when the answer was lost.
    done();
    if (error) throw error;
    if (data?.shipPurchase?.purchase) toast(words.shipped);
    return data?.shipPurchase?.userErrors ?? [];
  });
  return (
    <form className="form" onSubmit={form.submit} aria-label={words.ship}>
      <h2>{words.ship}</h2>
      <FormProblems errors={form.otherErrors(['trackingNumber'])} failure={form.error} />
      <Field label={words.trackingNumber} hint={words.trackingHint} error={form.errorOf('trackingNumber')}>
        {control => <input {...control} name="trackingNumber" maxLength={100} autoComplete="off" />}
      </Field>
      <div className="form-actions">
        <button type="submit" disabled={form.isSending}>
          {words.isSent}
        </button>
      </div>
    </form>
  );
}
