import type { EntityManager } from '@mikro-orm/mysql';
import type DataLoader from 'dataloader';
import type { Database } from '../../runtime/database.ts';
import type { RequestFacts } from '../../runtime/subgraph-server.ts';
import { isUserOrAdministrator } from '../../runtime/viewer.ts';
import type { Mailer } from './mail/mailer.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { UnfinishedPurchases } from './unfinished-purchases.ts';
import type { User } from './user.ts';
import { userLoader } from './user-loader.ts';

/** What signing in needs to know. */
export interface TokenSettings {
  signingKeys: SigningKeys;
  refreshTokenDays: number;
  refreshTokenGraceSeconds: number;
}

/** What auth's resolvers know of a request. */
export interface Context extends RequestFacts {
  em: EntityManager;
  users: DataLoader<string, User | null>;
  tokenSettings: TokenSettings;
  /** Undefined where this store sends no mail. */
  mailer: Mailer | undefined;
  /** What keeps an account from being deleted; SERVICE_UNAVAILABLE where purchase cannot be reached. */
  unfinishedPurchases: (userId: string) => Promise<UnfinishedPurchases>;
  /** Ids of users who signed in by this very request. */
  signedIn: Set<string>;
}

/** Makes the contexts of requests. */
export const contextMaker =
  (database: Database, given: Pick<Context, 'tokenSettings' | 'mailer' | 'unfinishedPurchases'>) =>
  (facts: RequestFacts): Context => {
    const em = database.fork();
    return {
      ...facts,
      ...given,
      em,
      users: userLoader(em, facts.connectionType),
      signedIn: new Set(),
    };
  };

/** Whether the caller may read what a user shows to itself and to administrators alone. */
export const mayReadPrivate = ({ caller, signedIn }: Context, user: User): boolean =>
  signedIn.has(user.id) || isUserOrAdministrator(caller.viewer, user.id);
