import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { LogInDocument } from '../../account/session.generated.ts';
import { logIn } from '../../account/sign-in.ts';
import { SignInPage } from '../../account/sign-in-page.tsx';
import { useSignIn } from '../../account/use-sign-in.ts';
import { CodeInput } from '../../components/code-input.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf } from '../../forms/use-submission.ts';
import { usePageWords } from './words.ts';

/** Asks for the code of the second factor; the reader is taken there. */
function CodeField({ error }: { error: string | undefined }) {
  const words = usePageWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place}>
      <Field label={words.code} hint={words.codeHint} error={error}>
        {control => <CodeInput {...control} />}
      </Field>
    </div>
  );
}

/** Where a reader logs in; then goes on where the login was called from. */
export function Component() {
  const words = usePageWords();
  const [asksCode, setAsksCode] = useState(false);
  const { form, keepsSession } = useSignIn(async values => {
    const refusals = await logIn({
      email: textOf(values, 'email'),
      password: textOf(values, 'password'),
      ...(asksCode && { oneTimeCode: textOf(values, 'oneTimeCode') }),
    });
    if (!refusals.some(({ code }) => code === 'SECOND_FACTOR_REQUIRED')) return refusals;
    setAsksCode(true);
    return [];
  });
  return (
    <SignInPage
      keepsSession={keepsSession}
      operation={{ query: LogInDocument, variables: {} }}
      title={words.title}
      other={{ question: words.newHere, label: words.register, path: '/register' }}
    >
      <form className="form" onSubmit={form.submit}>
        <FormProblems errors={form.otherErrors(asksCode ? ['oneTimeCode'] : [])} failure={form.error} />
        <Field label={words.email}>
          {control => (
            <input
              {...control}
              name="email"
              type="email"
              autoComplete="username"
              // Another account may have no second factor.
              onChange={() => setAsksCode(false)}
              required
            />
          )}
        </Field>
        <Field label={words.password}>
          {control => (
            <input {...control} name="password" type="password" autoComplete="current-password" required />
          )}
        </Field>
        {asksCode && <CodeField error={form.errorOf('oneTimeCode')} />}
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
