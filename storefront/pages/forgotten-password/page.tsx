import { useState } from 'react';
import { useMutation } from 'urql';
import { SignInPage } from '../../account/sign-in-page.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { RequestPasswordResetDocument } from './forgotten-password.generated.ts';
import { usePageWords } from './words.ts';

/** Where a reader has a link sent by which a forgotten password is set anew. Says the same whether there is an account or not. */
export function Component() {
  const words = usePageWords();
  const [isSent, setSent] = useState(false);
  const [, request] = useMutation(RequestPasswordResetDocument);
  const form = useSubmission(async values => {
    const { data, error } = await request({ email: textOf(values, 'email') });
    if (error) throw error;
    const refusals = data?.requestPasswordReset?.userErrors ?? [];
    setSent(refusals.length === 0);
    return refusals;
  });
  return (
    <SignInPage
      keepsSession
      operation={{ query: RequestPasswordResetDocument, variables: {} }}
      title={isSent ? words.sent : words.title}
      other={{ question: words.remembered, label: words.login, path: '/login' }}
    >
      {isSent ? (
        <p role="status">{words.sentWhy}</p>
      ) : (
        <form className="form" onSubmit={form.submit}>
          <FormProblems errors={form.otherErrors(['email'])} failure={form.error} />
          <Field label={words.email} hint={words.hint} error={form.errorOf('email')}>
            {control => <input {...control} name="email" type="email" autoComplete="username" required />}
          </Field>
          <div className="form-actions">
            <button type="submit" disabled={form.isSending}>
              {words.send}
            </button>
          </div>
        </form>
      )}
    </SignInPage>
  );
}
