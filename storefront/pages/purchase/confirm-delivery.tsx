import { useMutation } from 'urql';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { useActionWords } from './action-words.ts';
import { ConfirmDeliveryDocument } from './purchase.generated.ts';

/** Has the buyer say that a purchase has arrived. */
export function ConfirmDelivery({ purchaseId, done }: { purchaseId: string; done: () => void }) {
  const words = useActionWords();
  const toast = useToast();
  const [, confirm] = useMutation(ConfirmDeliveryDocument);
  const form = useSubmission(async () => {
    const { data, error } = await confirm({ input: { purchaseId } });
    done();
    if (error) throw error;
    if (data?.confirmDelivery?.purchase) toast(words.thanks);
    return data?.confirmDelivery?.userErrors ?? [];
  });
  return (
    <form className="form" onSubmit={form.submit}>
      <FormProblems errors={form.otherErrors([])} failure={form.error} />
      <div className="form-actions">
        <button type="submit" disabled={form.isSending}>
          {words.arrived}
        </button>
      </div>
    </form>
  );
}
