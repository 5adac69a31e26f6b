import { register } from '../../account/sign-in.ts';
import { SignInPage } from '../../account/sign-in-page.tsx';
import { useSignIn } from '../../account/use-sign-in.ts';
import { Field } from '../../components/field.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf } from '../../forms/use-submission.ts';
import { usePageWords } from './words.ts';

const controls = ['name', 'email', 'password'];

/** Where a reader makes an account; it is signed in at once. */
export function Component() {
  const words = usePageWords();
  const { form, keepsSession } = useSignIn(values =>
    register({
      name: textOf(values, 'name'),
      email: textOf(values, 'email'),
      password: textOf(values, 'password'),
    }),
  );
  return (
    <SignInPage
      keepsSession={keepsSession}
      title={words.title}
      other={{ question: words.known, label: words.logIn, path: '/login' }}
    >
      <form className="form" onSubmit={form.submit}>
        <FormProblems errors={form.otherErrors(controls)} failure={form.error} />
        <Field label={words.name} hint={words.nameHint} error={form.errorOf('name')}>
          {control => <input {...control} name="name" autoComplete="name" required maxLength={100} />}
        </Field>
        <Field label={words.email} error={form.errorOf('email')}>
          {control => <input {...control} name="email" type="email" autoComplete="username" required />}
        </Field>
        <Field label={words.password} hint={words.passwordHint} error={form.errorOf('password')}>
          {control => (
            <input {...control} name="password" type="password" autoComplete="new-password" required />
          )}
        </Field>
        <div className="form-actions">
          <button type="submit" disabled={form.isSending}>
            {words.title}
          </button>
        </div>
      </form>
    </SignInPage>
  );
}
