import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 30_000;

/** Asks again and again, as a buyer does whose request got no answer; rejects with the last error after 30 s. */
export async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(200);
    }
  }
}
