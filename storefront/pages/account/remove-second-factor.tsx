import { useMutation } from 'urql';
import { CodeInput } from '../../components/code-input.tsx';
import { Field } from '../../components/field.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { CurrentPasswordField } from './current-password-field.tsx';
import { RemoveSecondFactorDocument } from './second-factor.generated.ts';
import { useSecondFactorWords } from './second-factor-words.ts';

const controls = ['currentPassword', 'oneTimeCode'];

/** Turns the reader's second factor off, by the password and a code. `close` is called when it is off. */
export function RemoveSecondFactor({ close }: { close: () => void }) {
  const words = useSecondFactorWords();
  const toast = useToast();
  const [, remove] = useMutation(RemoveSecondFactorDocument);
  const form = useSubmission(async values => {
    const input = {
      currentPassword: textOf(values, 'currentPassword'),
      oneTimeCode: textOf(values, 'oneTimeCode'),
    };
    const { data, error } = await remove({ input });
    if (error) throw error;
    if (data?.removeSecondFactor?.user) {
      toast(words.removed);
      close();
    }
    return data?.removeSecondFactor?.userErrors ?? [];
  });
  return (
    <form className="form" onSubmit={form.submit}>
      <p>{words.removeMeans}</p>
      <FormProblems errors={form.otherErrors(controls)} failure={form.error} />
      <CurrentPasswordField label={words.currentPassword} error={form.errorOf('currentPassword')} />
      <Field label={words.code} hint={words.removeCodeHint} error={form.errorOf('oneTimeCode')}>
        {control => <CodeInput {...control} />}
      </Field>
      <div className="form-actions">
        <button type="submit" disabled={form.isSending}>
          {words.remove}
        </button>
      </div>
    </form>
  );
}
