import '../../account/sign-in.css';
import '../../forms/form.css';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useMailToken } from '../../account/mail-token.ts';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { useHead } from '../../head/use-head.ts';
import { VerifyEmailDocument } from './verify-email.generated.ts';
import { usePageWords } from './words.ts';

/** Where the link of a mail leads: proves an e-mail address. By a button, as programs that look at mails open links too. */
export function Component() {
  const words = usePageWords();
  const token = useMailToken();
  const [isDone, setDone] = useState(false);
  const [, verify] = useMutation(VerifyEmailDocument);
  const form = useSubmission(async () => {
    const { data, error } = await verify({ token: token ?? '' });
    if (error) throw error;
    const refusals = data?.verifyEmail?.userErrors ?? [];
    setDone(refusals.length === 0);
    return refusals;
  });
  useHead({ title: words.title, isPrivate: true });
  return (
    <section className="sign-in">
      <h1>{isDone ? words.done : words.title}</h1>
      {isDone ? (
        <p role="status">
          <Link to="/account">{words.account}</Link>
        </p>
      ) : (
        <form className="form" onSubmit={form.submit}>
          <p>{words.ask}</p>
          <FormProblems errors={form.otherErrors([])} failure={form.error} />
          <div className="form-actions">
            <button type="submit" disabled={form.isSending || token === null}>
              {words.confirm}
            </button>
          </div>
        </form>
      )}
      <SeeTheGraphQL of={{ query: VerifyEmailDocument, variables: {} }} />
    </section>
  );
}
