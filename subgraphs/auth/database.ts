import { type Database, openDatabase } from '../../runtime/database.ts';
import type { DatabaseSettings } from '../../runtime/database-settings.ts';
import type { Logger } from '../../runtime/logger.ts';
import { NotificationSchema } from './notification.ts';
import { RefreshTokenSchema } from './refresh-token.ts';
import { SecondFactorSchema } from './second-factor.ts';
import { SessionSchema } from './session.ts';
import { UserSchema } from './user.ts';

/** What auth keeps as entities; the tables that count guesses, registrations and recovery codes are read and written by plain SQL alone. */
export const entities = [
  UserSchema,
  SessionSchema,
  RefreshTokenSchema,
  NotificationSchema,
  SecondFactorSchema,
];

/** Opens auth's database, and the readers that copy it. */
export const openAuthDatabase = (
  settings: DatabaseSettings & { DATABASE_URL_AUTH: string; DATABASE_URL_AUTH_READER: string[] },
  logger: Logger,
): Promise<Database> =>
  openDatabase({
    url: settings.DATABASE_URL_AUTH,
    readerUrls: settings.DATABASE_URL_AUTH_READER,
    entities,
    settings,
    logger,
  });
