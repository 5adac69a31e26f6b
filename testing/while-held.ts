import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, createConnection } from 'mysql2/promise';

/** Enough for a request to come to the row; who is slower finds the change made, as who asks later does. */
const heldMilliseconds = 500;

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
    await delay(heldMilliseconds);
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
