import { type Database, openDatabase } from '../../runtime/database.ts';
import { RefreshTokenSchema } from './refresh-token.ts';
import { SessionSchema } from './session.ts';
import { UserSchema } from './user.ts';

/** What auth keeps as entities; the table login_throttle is read and written by plain SQL alone. */
export const entities = [UserSchema, SessionSchema, RefreshTokenSchema];

/** Opens auth's database. */
export const openAuthDatabase = (url: string): Promise<Database> => openDatabase({ url, entities });
