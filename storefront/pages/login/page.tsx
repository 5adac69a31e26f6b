import { Link } from 'react-router';
import { logIn } from '../../account/sign-in.ts';
import { SignInPage } from '../../account/sign-in-page.tsx';
import { useSignIn } from '../../account/use-sign-in.ts';
import { Field } from '../../components/field.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf } from '../../forms/use-submission.ts';
import { usePageWords } from './words.ts';

/** Where a reader logs in; then goes on where the login was called from. */
export function Component() {
  const words = usePageWords();
  const { form, keepsSession } = useSignIn(values =>
    logIn({ email: textOf(values, 'email'), password: textOf(values, 'password') }),
  );
  return (
    <SignInPage
      keepsSession={keepsSession}
      title={words.title}
      other={{ question: words.newHere, label: words.register, path: '/register' }}
    >
      <form className="form" onSubmit={form.submit}>
        <FormProblems errors={form.otherErrors([])} failure={form.error} />
        <Field label={words.email}>
          {control => <input {...control} name="email" type="email" autoComplete="username" required />}
        </Field>
        <Field label={words.password}>
          {control => (
            <input {...control} name="password" type="password" autoComplete="current-password" required />
          )}
        </Field>
        <p>
          <Link to="/forgotten-password">{words.forgotten}</Link>
        </p>
        <div className="form-actions">
          <button type="submit" disabled={form.isSending}>
            {words.title}
          </button>
        </div>
      </form>
    </SignInPage>
  );
}
