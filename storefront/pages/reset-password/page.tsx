import '../../account/sign-in.css';
import '../../forms/form.css';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useMailToken } from '../../account/mail-token.ts';
import { Field } from '../../components/field.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { useHead } from '../../head/use-head.ts';
import { ResetPasswordDocument } from './reset-password.generated.ts';
import { usePageWords } from './words.ts';

/** Where the link of a mail leads: sets a forgotten password anew. */
export function Component() {
  const words = usePageWords();
  const token = useMailToken();
  const [isDone, setDone] = useState(false);
  const [, reset] = useMutation(ResetPasswordDocument);
  const form = useSubmission(async values => {
    const input = { token: token ?? '', newPassword: textOf(values, 'newPassword') };
    const { data, error } = await reset({ input });
    if (error) throw error;
    const refusals = data?.resetPassword?.userErrors ?? [];
    setDone(refusals.length === 0);
    return refusals;
  });
  useHead({ title: words.title, isPrivate: true });
  if (isDone)
    return (
      <section className="sign-in" role="status">
        <h1>{words.done}</h1>
        <p>
          {words.doneWhy} <Link to="/login">{words.login}</Link>
        </p>
      </section>
    );
  return (
    <section className="sign-in">
      <h1>{words.title}</h1>
      <form className="form" onSubmit={form.submit}>
        <FormProblems errors={form.otherErrors(['newPassword'])} failure={form.error} />
        <Field label={words.password} hint={words.hint} error={form.errorOf('newPassword')}>
          {control => (
            <input {...control} name="newPassword" type="password" autoComplete="new-password" required />
          )}
        </Field>
        <div className="form-actions">
          <button type="submit" disabled={form.isSending || token === null}>
            {words.save}
          </button>
        </div>
      </form>
      <p>
        {words.ended} <Link to="/forgotten-password">{words.again}</Link>
      </p>
      <SeeTheGraphQL of={{ query: ResetPasswordDocument, variables: {} }} />
    </section>
  );
}
