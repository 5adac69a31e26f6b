import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { Field } from '../../components/field.tsx';
import { FromStart, ReadOn, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { textOf } from '../../forms/use-submission.ts';
import { useFormat } from '../../i18n/format.ts';
import { EndSessions } from './end-sessions.tsx';
import { RemoveUserSecondFactor } from './remove-user-second-factor.tsx';
import { RoleForm } from './role-form.tsx';
import { AdminUsersDocument, type AdminUsersQuery } from './users.generated.ts';
import { usePageWords } from './words.ts';

const usersQuery = (query: string | null, after: string | null) => ({
  query: AdminUsersDocument,
  variables: { query, after },
});

type User = NonNullable<AdminUsersQuery['users']>['nodes'][number];

function UserEntry({ user }: { user: User }) {
  const words = usePageWords();
  const format = useFormat();
  const { id, name, email, createdAt } = user;
  return (
    <li className="admin-entry">
      <div>
        <h3>
          <Link to={`/sellers/${id}`}>{name}</Link>
        </h3>
        <p>{email}</p>
        <p className="field-hint">{words.since(format.date(createdAt))}</p>
        <p className="selling-actions">
          <Link to={`/admin/purchases?buyer=${id}`}>{words.bought}</Link>
          <Link to={`/admin/purchases?seller=${id}`}>{words.sold}</Link>
        </p>
        <EndSessions user={user} />
        <RemoveUserSecondFactor user={user} />
      </div>
      <RoleForm user={user} />
    </li>
  );
}

function UserList({
  query,
  isFirst,
  isLast,
}: {
  query: ReturnType<typeof usersQuery>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const words = usePageWords();
  const [{ data, error }, ask] = useQuery({ ...query, requestPolicy: 'cache-and-network' });
  const users = data?.users;
  if (!users && error) return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!users) return <Skeleton lines={8} />;
  const { nodes, pageInfo } = users;
  if (isFirst && nodes.length === 0) return <p role="status">{words.nobody}</p>;
  return (
    <>
      <ul className="admin-list">
        {nodes.map(user => (
          <UserEntry key={user.id} user={user} />
        ))}
      </ul>
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && <ReadOn cursor={pageInfo.endCursor} />}
    </>
  );
}

/** All accounts, or those whose name or e-mail address begins with what is looked for. */
export function Users() {
  const words = usePageWords();
  const [search, setSearch] = useSearchParams();
  const cursors = usePagesRead();
  const query = search.get('q');
  const [written, write] = useState(query ?? '');
  function find(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const looked = textOf(new FormData(event.currentTarget), 'q').trim();
    setSearch(looked ? { q: looked } : {});
  }
  return (
    <>
      <search>
        <form className="admin-search" onSubmit={find}>
          <Field label={words.findUsers} hint={words.findUsersHint}>
            {control => (
              <input
                {...control}
                type="search"
                name="q"
                value={written}
                onChange={({ target }) => write(target.value)}
              />
            )}
          </Field>
          <button type="submit">{words.find}</button>
        </form>
      </search>
      <FromStart />
      {cursors.map((cursor, place) => (
        <UserList
          key={`${query} ${cursor}`}
          query={usersQuery(query, cursor)}
          isFirst={place === 0}
          isLast={place === cursors.length - 1}
        />
      ))}
      <SeeTheGraphQL of={usersQuery(query, null)} />
    </>
  );
}
