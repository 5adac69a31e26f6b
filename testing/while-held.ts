import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, createConnection } from 'mysql2/promise';
import { runAsAdministrator } from './test-databases.ts';

/** Less than a statement may take. Whoever has not come to the row by then finds the change made, as who asks later does. */
const patienceMilliseconds = 2_000;

/** Resolves when somebody waits for a lock, which is most likely for the row that is held; which one is not told alike everywhere. */
async function untilSomebodyWaits(): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  const statement = "SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'";
  while (Date.now() < deadline && (await runAsAdministrator(statement)).length === 0) await delay(20);
}

/**
 * Asks for something while another transaction holds the row of a user, and makes a change in it meanwhile: what was read before
 * the row was waited for is old then. Answers what the request did. `uri` is auth's database.
 */
export async function whileHeld<Answer>(
  { uri, userId }: { uri: string; userId: string },
  ask: () => Promise<Answer>,
  change: (holder: Connection) => Promise<unknown>,
): Promise<Answer> {
  const holder = await createConnection({ uri, timezone: 'Z' });
  const changed = async () => {
    await untilSomebodyWaits();
    await change(holder);
    await holder.commit();
  };
  try {
    await holder.beginTransaction();
    await holder.query('SELECT id FROM user WHERE id = ? FOR UPDATE', [userId]);
    const [answer] = await Promise.all([ask(), changed()]);
    return answer;
  } finally {
    await holder.end();
  }
}
