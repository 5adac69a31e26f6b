import type { KeyObject } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/mysql';
import type DataLoader from 'dataloader';
import type { Database } from '../../runtime/database.ts';
import type { RequestFacts } from '../../runtime/subgraph-server.ts';
import { isUserOrAdministrator } from '../../runtime/viewer.ts';
import type { AttemptLimits } from './attempts.ts';
import type { Mailer } from './mail/mailer.ts';
import type { PasswordSettings } from './password-error.ts';
import type { PasswordWork } from './password-work.ts';
import type { SecondFactorSettings } from './role-of-tokens.ts';
import type { SecondFactor } from './second-factor.ts';
import { secondFactorLoader } from './second-factor-loader.ts';
import type { SessionLife } from './session.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { UnfinishedPurchases } from './unfinished-purchases.ts';
import type { ShownUser } from './user.ts';
import { userLoader } from './user-loader.ts';

/** What signing in needs to know. */
export interface TokenSettings extends SessionLife, SecondFactorSettings {
  signingKeys: SigningKeys;
  refreshTokenGraceSeconds: number;
}

/** What accounts are made and guarded by. */
export interface AccountSettings extends PasswordSettings {
  /** How often in a row a password, or a code, of one account may be wrong. */
  attemptLimits: AttemptLimits;
  /** Of each kind, an hour. */
  guessesPerNetwork: number;
  /** Accounts that are made without a mail, an hour. */
  registrationsPerNetwork: number;
  /** Whether an account is made by a link in a mail alone. */
  registrationByMail: boolean;
  /** Whether another e-mail address is to be had by the password alone. */
  emailChangeNeedsPassword: boolean;
  /** By which all hashes of passwords are made. SERVICE_UNAVAILABLE where too many wait for it. */
  passwordWork: PasswordWork;
  /** The key of the settings, which seals the secrets of second factors. */
  settingsKey: KeyObject;
}

/** What auth's resolvers know of a request. */
export interface Context extends RequestFacts, AccountSettings {
  em: EntityManager;
  users: DataLoader<string, ShownUser | null>;
  /** Those that are on, by their users. */
  secondFactors: DataLoader<string, SecondFactor | null>;
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
  (
    database: Database,
    given: Pick<Context, 'tokenSettings' | 'mailer' | 'unfinishedPurchases' | keyof AccountSettings>,
  ) =>
  (facts: RequestFacts): Context => {
    const em = database.fork();
    return {
      ...facts,
      ...given,
      em,
      users: userLoader(em, facts.connectionType),
      secondFactors: secondFactorLoader(em, facts.connectionType),
      signedIn: new Set(),
    };
  };

/** Whether the caller may read what a user shows to itself and to administrators alone. */
export const mayReadPrivate = ({ caller, signedIn }: Context, user: ShownUser): boolean =>
  signedIn.has(user.id) || isUserOrAdministrator(caller.viewer, user.id);
