import { useMutation } from 'urql';
import { currentReader } from '../../account/reader.ts';
import { AskedAction } from './asked-action.tsx';
import { type AdminUsersQuery, RemoveUserSecondFactorDocument } from './users.generated.ts';
import { usePageWords } from './words.ts';

type User = NonNullable<AdminUsersQuery['users']>['nodes'][number];

/**
 * The way to turn off the second factor of somebody else who has lost it, after a question. Administrators remove their own on
 * the account's page.
 */
export function RemoveUserSecondFactor({ user: { id, name, secondFactor } }: { user: User }) {
  const words = usePageWords();
  const [, remove] = useMutation(RemoveUserSecondFactorDocument);
  if (!secondFactor?.isOn || id === currentReader()?.id) return null;
  return (
    <AskedAction
      label={words.removeSecondFactor}
      title={words.removeSecondFactorOf(name)}
      meaning={words.removeSecondFactorMeans}
      done={words.secondFactorRemoved(name)}
      act={async () => {
        const { data, error } = await remove({ input: { userId: id } });
        if (error) throw error;
        return data?.removeUserSecondFactor?.userErrors ?? [];
      }}
    />
  );
}
