import type { ConnectionType, EntityManager } from '@mikro-orm/mysql';
import type DataLoader from 'dataloader';
import { isId } from '../../runtime/ids.ts';
import { keyedBy } from '../../runtime/loaders.ts';
import { notDeleted, User } from './user.ts';

/** Loads users by id, all that are asked for at the same time by one SQL statement; null for an unknown id and for a deleted account. */
export const userLoader = (
  em: EntityManager,
  connectionType: ConnectionType,
): DataLoader<string, User | null> =>
  keyedBy(
    async ids => {
      const possible = ids.filter(isId);
      return possible.length > 0
        ? em.find(User, { id: { $in: possible }, ...notDeleted }, { connectionType })
        : [];
    },
    user => user.id,
  );
