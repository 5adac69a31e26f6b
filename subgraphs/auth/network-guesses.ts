import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/mysql';
import type { Context } from './context.ts';

/** What a network may do so often an hour, each counted by itself. */
export type Guess = 'PASSWORD' | 'TAKEN_EMAIL' | 'MAIL' | 'REGISTRATION' | 'TOKEN';

const hourMicroseconds = 3600 * 1_000_000;

/** Neither the addresses of people nor what they do are read off the table at a glance. */
const keyOf = (network: string, guess: Guess): string =>
  createHash('sha256').update(`${guess} ${network}`).digest('hex');

/** How much of its hour a guess spends. */
const costOf = ({ guessesPerNetwork, registrationsPerNetwork }: Context, guess: Guess): number =>
  Math.ceil(hourMicroseconds / (guess === 'REGISTRATION' ? registrationsPerNetwork : guessesPerNetwork));

/**
 * Counts a guess against the network that it comes from, before it is looked at, so that guesses at the same moment cannot
 * outrun the count. So many an hour are allowed, at once or spread (a token bucket, kept as the time at which it is full
 * again). Returns undefined when it may be made, otherwise the seconds to wait, and counts nothing. Where the gateway
 * does not tell the network nothing is counted.
 */
export async function takeGuess(context: Context, guess: Guess): Promise<number | undefined> {
  const { em, clientNetwork } = context;
  if (clientNetwork === null) return undefined;
  const network = keyOf(clientNetwork, guess);
  const cost = costOf(context, guess);
  for (;;) {
    const { affectedRows } = await em.execute<{ affectedRows: number }>(
      `UPDATE network_throttle SET spent_until = GREATEST(spent_until, NOW(3)) + INTERVAL ? MICROSECOND
       WHERE network = ? AND spent_until <= NOW(3) + INTERVAL ? MICROSECOND`,
      [cost, network, hourMicroseconds - cost],
      'run',
    );
    if (affectedRows === 1 || (await isFirst(em, network, cost))) return undefined;
    const seconds = await secondsToWait(em, network, cost);
    if (seconds !== undefined) return seconds;
  }
}

async function isFirst(em: EntityManager, network: string, cost: number): Promise<boolean> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    'INSERT IGNORE INTO network_throttle (network, spent_until) VALUES (?, NOW(3) + INTERVAL ? MICROSECOND)',
    [network, cost],
    'run',
  );
  return affectedRows === 1;
}

async function secondsToWait(em: EntityManager, network: string, cost: number): Promise<number | undefined> {
  const [row] = await em.execute<{ seconds: number | string }[]>(
    `SELECT CEIL(TIMESTAMPDIFF(MICROSECOND, NOW(3) + INTERVAL ? MICROSECOND, spent_until) / 1000000) AS seconds
     FROM network_throttle WHERE network = ?`,
    [hourMicroseconds - cost, network],
  );
  const seconds = Number(row?.seconds ?? 0);
  return seconds > 0 ? seconds : undefined;
}

/** Whether the network has no such guess left: the seconds to wait; undefined where it has, and counts nothing. */
export async function waitForGuess(context: Context, guess: Guess): Promise<number | undefined> {
  const { em, clientNetwork } = context;
  if (clientNetwork === null) return undefined;
  return secondsToWait(em, keyOf(clientNetwork, guess), costOf(context, guess));
}

/** It was no guess: what was counted is taken back. */
export async function giveBackGuess(context: Context, guess: Guess): Promise<void> {
  const { em, clientNetwork } = context;
  if (clientNetwork === null) return;
  await em.execute(
    'UPDATE network_throttle SET spent_until = spent_until - INTERVAL ? MICROSECOND WHERE network = ?',
    [costOf(context, guess), keyOf(clientNetwork, guess)],
  );
}
