import { useRef } from 'react';
import { useMutation } from 'urql';
import { Field } from '../../components/field.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { ChangePasswordDocument } from './account.generated.ts';
import { CurrentPasswordField } from './current-password-field.tsx';
import { usePageWords } from './words.ts';

const controls = ['currentPassword', 'newPassword'];

/** A new password, proved by the old one. `changed` is called when it holds: other sessions have ended then. */
export function PasswordForm({ changed }: { changed: () => void }) {
  const words = usePageWords();
  const toast = useToast();
  const element = useRef<HTMLFormElement>(null);
  const [, change] = useMutation(ChangePasswordDocument);
  const form = useSubmission(async values => {
    const input = {
      currentPassword: textOf(values, 'currentPassword'),
      newPassword: textOf(values, 'newPassword'),
    };
    const { data, error } = await change({ input });
    if (error) throw error;
    if (data?.changePassword?.user) {
      element.current?.reset();
      toast(words.passwordChanged);
      changed();
    }
    return data?.changePassword?.userErrors ?? [];
  });
  return (
    <form className="form" onSubmit={form.submit} ref={element} aria-label={words.password}>
      <FormProblems errors={form.otherErrors(controls)} failure={form.error} />
      <CurrentPasswordField label={words.currentPassword} error={form.errorOf('currentPassword')} />
      <Field label={words.newPassword} hint={words.newPasswordHint} error={form.errorOf('newPassword')}>
        {control => (
          <input {...control} name="newPassword" type="password" autoComplete="new-password" required />
        )}
      </Field>
      <div className="form-actions">
        <button type="submit" disabled={form.isSending}>
          {words.changePassword}
        </button>
      </div>
    </form>
  );
}
