import { useState } from 'react';
import { useMutation } from 'urql';
import { currentReader } from '../../account/reader.ts';
import { Modal } from '../../components/modal.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { type AdminUsersQuery, RevokeUserSessionsDocument } from './users.generated.ts';
import { usePageWords } from './words.ts';

type User = NonNullable<AdminUsersQuery['users']>['nodes'][number];

/** The way to log somebody else out everywhere, after a question. Administrators end their own on the account's page. */
export function EndSessions({ user: { id, name } }: { user: User }) {
  const words = usePageWords();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [, revoke] = useMutation(RevokeUserSessionsDocument);
  const form = useSubmission(async () => {
    const { data, error } = await revoke({ input: { userId: id } });
    if (error) throw error;
    const { userErrors = [] } = data?.revokeUserSessions ?? {};
    if (userErrors.length === 0) {
      setAsking(false);
      toast(words.sessionsEnded(name));
    }
    return userErrors;
  });
  if (id === currentReader()?.id) return null;
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-label={words.endSessionsOf(name)}
        onClick={() => setAsking(true)}
      >
        {words.endSessions}
      </button>
      <Modal title={words.endSessionsOf(name)} isOpen={isAsking} close={() => setAsking(false)}>
        <form className="form" onSubmit={form.submit}>
          <p>{words.endSessionsMeans}</p>
          <FormProblems errors={form.otherErrors([])} failure={form.error} />
          <div className="form-actions">
            <button type="submit" disabled={form.isSending}>
              {words.endSessions}
            </button>
          </div>
        </form>
      </Modal>
    </>
  );
}
