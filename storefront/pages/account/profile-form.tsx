import { useState } from 'react';
import { useMutation } from 'urql';
import { setReader } from '../../account/reader.ts';
import { Field } from '../../components/field.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { type AccountPageQuery, UpdateProfileDocument } from './account.generated.ts';
import { CurrentPasswordField } from './current-password-field.tsx';
import { usePageWords } from './words.ts';

const controls = ['name', 'email', 'currentPassword'];

/** The reader's name and e-mail address, to be changed; another address by the password. */
export function ProfileForm({ me }: { me: NonNullable<AccountPageQuery['me']> }) {
  const words = usePageWords();
  const toast = useToast();
  const [, update] = useMutation(UpdateProfileDocument);
  const [email, setEmail] = useState(me.email ?? '');
  const isNewEmail = email.trim() !== me.email;
  const form = useSubmission(async values => {
    const input = {
      name: textOf(values, 'name'),
      email: textOf(values, 'email'),
      ...(isNewEmail && { currentPassword: textOf(values, 'currentPassword') }),
    };
    const { data, error } = await update({ input });
    if (error) throw error;
    const user = data?.updateProfile?.user;
    if (user) {
      setReader({ id: user.id, name: user.name, role: user.role });
      toast(words.saved);
    }
    return data?.updateProfile?.userErrors ?? [];
  });
  return (
    <form className="form" onSubmit={form.submit} aria-label={words.profile}>
      <FormProblems errors={form.otherErrors(controls)} failure={form.error} />
      <Field label={words.name} hint={words.nameHint} error={form.errorOf('name')}>
        {control => (
          <input
            {...control}
            name="name"
            autoComplete="name"
            defaultValue={me.name}
            required
            maxLength={100}
          />
        )}
      </Field>
      <Field label={words.email} error={form.errorOf('email')}>
        {control => (
          <input
            {...control}
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={me.email ?? ''}
            onChange={({ target }) => setEmail(target.value)}
            required
          />
        )}
      </Field>
      {isNewEmail && (
        <CurrentPasswordField
          label={words.passwordForEmail}
          hint={words.passwordForEmailHint}
          error={form.errorOf('currentPassword')}
        />
      )}
      <div className="form-actions">
        <button type="submit" disabled={form.isSending}>
          {words.save}
        </button>
      </div>
    </form>
  );
}
