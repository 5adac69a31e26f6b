import { useState } from 'react';
import { useMutation } from 'urql';
import { currentReader } from '../../account/reader.ts';
import { Modal } from '../../components/modal.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { type AdminUsersQuery, SetUserRoleDocument } from './users.generated.ts';
import { usePageWords } from './words.ts';

type User = NonNullable<AdminUsersQuery['users']>['nodes'][number];

/** What an account may do, with the way to change it after a question. */
export function RoleForm({ user }: { user: User }) {
  const words = usePageWords();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [, setRole] = useMutation(SetUserRoleDocument);
  const { id, name } = user;
  const isAdministrator = user.role === 'ADMIN';
  const form = useSubmission(async () => {
    const role = isAdministrator ? 'CUSTOMER' : 'ADMIN';
    const { data, error } = await setRole({ input: { userId: id, role } });
    if (error) throw error;
    const { userErrors = [] } = data?.setUserRole ?? {};
    if (userErrors.length === 0) {
      setAsking(false);
      toast(words.roleSet(name, words.roles[role]));
    }
    return userErrors;
  });
  return (
    <div className="admin-role">
      <span className={isAdministrator ? 'status-mark status-mark-good' : 'status-mark'}>
        {words.roles[user.role ?? 'CUSTOMER']}
      </span>
      {id !== currentReader()?.id && (
        <button
          type="button"
          className="quiet-button"
          aria-label={isAdministrator ? words.demoteOf(name) : words.promoteOf(name)}
          onClick={() => setAsking(true)}
        >
          {isAdministrator ? words.demote : words.promote}
        </button>
      )}
      <Modal
        title={isAdministrator ? words.demoteOf(name) : words.promoteOf(name)}
        isOpen={isAsking}
        close={() => setAsking(false)}
      >
        <form className="form" onSubmit={form.submit}>
          <p>{isAdministrator ? words.demoteMeans : words.promoteMeans}</p>
          <FormProblems errors={form.otherErrors([])} failure={form.error} />
          <div className="form-actions">
            <button type="submit" disabled={form.isSending}>
              {isAdministrator ? words.demote : words.promote}
            </button>
          </div>
        </form>
      </Modal>
    </div>
  );
}
