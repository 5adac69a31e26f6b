import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@jest/globals';

const patienceMilliseconds = 20_000;

/** Asks until the answer is as it should be; fails with the last one after 20 s. */
export async function eventually<Answer>(ask: () => Promise<Answer>, expected: Answer): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(expected)) return;
    if (Date.now() > deadline) return expect(answer).toEqual(expected);
    await delay(100);
  }
}
