import { useMutation } from 'urql';
import { currentReader } from '../../account/reader.ts';
import { AskedAction } from './asked-action.tsx';
import { type AdminUsersQuery, RevokeUserSessionsDocument } from './users.generated.ts';
import { usePageWords } from './words.ts';

type User = NonNullable<AdminUsersQuery['users']>['nodes'][number];

/** The way to log somebody else out everywhere, after a question. Administrators end their own on the account's page. */
export function EndSessions({ user: { id, name } }: { user: User }) {
  const words = usePageWords();
  const [, revoke] = useMutation(RevokeUserSessionsDocument);
  if (id === currentReader()?.id) return null;
  return (
    <AskedAction
      label={words.endSessions}
      title={words.endSessionsOf(name)}
      meaning={words.endSessionsMeans}
      done={words.sessionsEnded(name)}
      act={async () => {
        const { data, error } = await revoke({ input: { userId: id } });
        if (error) throw error;
        return data?.revokeUserSessions?.userErrors ?? [];
      }}
    />
  );
}
