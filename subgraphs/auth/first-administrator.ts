import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/mysql';
import type { Database } from '../../runtime/database.ts';
import { isDuplicate } from '../../runtime/database-errors.ts';
import type { Logger } from '../../runtime/logger.ts';
import { transaction } from '../../runtime/transaction.ts';
import { createUser } from './create-user.ts';
import { emailKeyOf } from './email-address.ts';
import type { LeakedPasswords } from './leaked-passwords.ts';
import { hashPassword } from './password-hash.ts';
import { emailUnique, User } from './user.ts';

const retryMilliseconds = 2_000;

/** The administrator that the settings name, with a normal e-mail address. */
export interface Administrator {
  email: string;
  password: string;
  /** Undefined where leaked passwords are not looked up. */
  leakedPasswords: LeakedPasswords | undefined;
}

/**
 * Sees to it that the store has an administrator, by making one with that e-mail address where there is
 * none. Any number of replicas may do so at once. Tries until the database answers; where its password is among the
 * leaked ones it says so and exits 1, as for any wrong setting.
 */
export async function firstAdministrator(
  database: Database,
  administrator: Administrator,
  logger: Logger,
): Promise<void> {
  for (let told = false; ; told = true) {
    try {
      return await ensure(database.fork(), administrator, logger);
    } catch (err) {
      if (isDuplicate(err, emailUnique)) return;
      if (!told) logger.warn({ err }, 'the first administrator cannot be made yet; trying again');
      await delay(retryMilliseconds);
    }
  }
}

async function ensure(
  em: EntityManager,
  { email, password, leakedPasswords }: Administrator,
  logger: Logger,
): Promise<void> {
  const existing = await em.findOne(User, { emailKey: emailKeyOf(email) });
  if (existing?.role === 'CUSTOMER')
    logger.warn('the account with the e-mail address of ADMIN_EMAIL is a customer, and stays one');
  if (existing) return;
  // The first one may have been deleted since, when there was another one.
  if ((await em.count(User, { role: 'ADMIN' })) > 0) {
    logger.info('there is an administrator already: none is made of ADMIN_EMAIL');
    return;
  }
  if (await leakedPasswords?.has(password)) {
    logger.fatal('ADMIN_PASSWORD is among the passwords that leaked elsewhere: set another one');
    process.exit(1);
  }
  const passwordHash = await hashPassword(password);
  await transaction(em, tx => createUser(tx, { name: 'Administrator', email, passwordHash, role: 'ADMIN' }));
  logger.info('made the first administrator');
}
