import { useMutation } from 'urql';
import { currentReader } from '../../account/reader.ts';
import { AskedAction } from './asked-action.tsx';
import { type AdminUsersQuery, SetUserRoleDocument } from './users.generated.ts';
import { usePageWords } from './words.ts';

type User = NonNullable<AdminUsersQuery['users']>['nodes'][number];

/** What an account may do, with the way to change it after a question. */
export function RoleForm({ user }: { user: User }) {
  const words = usePageWords();
  const [, setRole] = useMutation(SetUserRoleDocument);
  const { id, name } = user;
  const isAdministrator = user.role === 'ADMIN';
  const role = isAdministrator ? 'CUSTOMER' : 'ADMIN';
  return (
    <div className="admin-role">
      <span className={isAdministrator ? 'status-mark status-mark-good' : 'status-mark'}>
        {words.roles[user.role ?? 'CUSTOMER']}
      </span>
      {id !== currentReader()?.id && (
        <AskedAction
          label={isAdministrator ? words.demote : words.promote}
          title={isAdministrator ? words.demoteOf(name) : words.promoteOf(name)}
          meaning={isAdministrator ? words.demoteMeans : words.promoteMeans}
          done={words.roleSet(name, words.roles[role])}
          act={async () => {
            const { data, error } = await setRole({ input: { userId: id, role } });
            if (error) throw error;
            return data?.setUserRole?.userErrors ?? [];
          }}
        />
      )}
    </div>
  );
}
