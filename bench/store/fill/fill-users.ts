import type { Connection } from 'mysql2/promise';
import { newId } from '../../../runtime/ids.ts';
import { insertRows } from '../../../seed/synthetic/insert-rows.ts';
import { emailKeyOf } from '../../../subgraphs/auth/email-address.ts';
import { hashPassword } from '../../../subgraphs/auth/password-hash.ts';

/** The password of every account of the bench. */
export const password = 'a quiet shelf of old books';

/** The e-mail address of account `number`. */
export const emailOf = (number: number): string => `reader.${number}@bench.example`;

const rowsAtOnce = 2_000;

// Databases of the bench are kept for longer than a session lives in use.
const sessionMilliseconds = 10 * 365 * 24 * 3600 * 1000;

/** The session of an account of the bench: auth tells who is signed in by sessions that it knows alone. */
export const sessionIdOf = (userId: string): string => userId;

/**
 * Writes accounts into auth's database, each with a session, and their names into catalog's; their ids. The first are called as
 * sellers are.
 */
export async function fillUsers(
  { auth, catalog }: { auth: Connection; catalog: Connection },
  { users, sellers }: { users: number; sellers: number },
): Promise<string[]> {
  // One hash for all: a login costs what it costs, whoever has the same.
  const passwordHash = await hashPassword(password);
  const ids: string[] = [];
  const now = new Date();
  for (let first = 0; first < users; first += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, users - first) }, (_, index) => {
      const number = first + index;
      return { id: newId(), number, name: number < sellers ? `Bookshop ${number}` : `Reader ${number}` };
    });
    await insertRows(
      auth,
      'user',
      rows.map(({ id, number, name }) => ({
        id,
        name,
        email: emailOf(number),
        email_key: emailKeyOf(emailOf(number)),
        password_hash: passwordHash,
        role: 'CUSTOMER',
        created_at: now,
      })),
    );
    await insertRows(
      auth,
      'session',
      rows.map(({ id }) => ({
        id: sessionIdOf(id),
        user_id: id,
        created_at: now,
        last_used_at: now,
        expires_at: new Date(now.getTime() + sessionMilliseconds),
      })),
    );
    await insertRows(
      catalog,
      'seller',
      rows.map(({ id, name }) => ({ user_id: id, name })),
    );
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
