import { useState } from 'react';
import { RegisterDocument } from '../../account/session.generated.ts';
import { register } from '../../account/sign-in.ts';
import { SignInPage } from '../../account/sign-in-page.tsx';
import { useSignIn } from '../../account/use-sign-in.ts';
import { Field } from '../../components/field.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf } from '../../forms/use-submission.ts';
import { usePageWords } from './words.ts';

const controls = ['name', 'email', 'password'];

/** Where a reader makes an account; it is signed in at once, or is sent a mail that makes it. */
export function Component() {
  const words = usePageWords();
  const [isMailed, setMailed] = useState(false);
  const { form, keepsSession } = useSignIn(async values => {
    const answer = await register({
      name: textOf(values, 'name'),
      email: textOf(values, 'email'),
      password: textOf(values, 'password'),
    });
    setMailed(answer.isMailed);
    return answer.refusals;
  });
  return (
    <SignInPage
      keepsSession={keepsSession}
      operation={{ query: RegisterDocument, variables: {} }}
      title={isMailed ? words.mailed : words.title}
      other={{ question: words.known, label: words.logIn, path: '/login' }}
    >
      {isMailed ? (
        <p role="status">{words.mailedWhy}</p>
      ) : (
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
      )}
    </SignInPage>
  );
}
