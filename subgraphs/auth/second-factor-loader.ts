import type { ConnectionType, EntityManager } from '@mikro-orm/mysql';
import type DataLoader from 'dataloader';
import { keyedBy } from '../../runtime/loaders.ts';
import { isOn, SecondFactor } from './second-factor.ts';

/** Loads the second factors that users have on, all that are asked for at the same time by one SQL statement; null for who has none. */
export const secondFactorLoader = (
  em: EntityManager,
  connectionType: ConnectionType,
): DataLoader<string, SecondFactor | null> =>
  keyedBy(
    userIds =>
      em.find(SecondFactor, { userId: { $in: userIds }, ...isOn }, { connectionType, refresh: true }),
    ({ userId }) => userId,
  );
