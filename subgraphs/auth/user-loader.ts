import type { ConnectionType, EntityManager } from '@mikro-orm/mysql';
import type DataLoader from 'dataloader';
import { instantOf, instantOrNull } from '../../runtime/database-time.ts';
import { isId } from '../../runtime/ids.ts';
import { keyedBy } from '../../runtime/loaders.ts';
import type { Role } from './resolvers.generated.ts';
import type { ShownUser } from './user.ts';

interface UserRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  created_at: string;
  email_verified_at: string | null;
}

/**
 * The account that a row tells of; its instants are read where they are asked for. An entity would have each of its fields watched
 * for changes, which takes longer than all else.
 */
class RowUser implements ShownUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly #row: UserRow;

  constructor(row: UserRow) {
    this.id = row.id;
    this.name = row.name;
    this.email = row.email;
    this.role = row.role;
    this.#row = row;
  }

  get createdAt(): Date {
    return instantOf(this.#row.created_at);
  }

  get emailVerifiedAt(): Date | null {
    return instantOrNull(this.#row.email_verified_at);
  }
}

const selectOf = (ids: readonly string[]): string =>
  `SELECT id, name, email, role, created_at, email_verified_at FROM user
   WHERE deleted_at IS NULL AND id IN (${ids.map(() => '?').join(', ')})`;

/** Loads users by id, all that are asked for at the same time by one SQL statement; null for an unknown id and for a deleted account. */
export const userLoader = (
  em: EntityManager,
  connectionType: ConnectionType,
): DataLoader<string, ShownUser | null> =>
  keyedBy(
    async ids => {
      const possible = ids.filter(isId);
      if (possible.length === 0) return [];
      const rows = await em.execute<UserRow[]>(selectOf(possible), possible, { connectionType });
      return rows.map(row => new RowUser(row));
    },
    user => user.id,
  );
