import { rateLimited } from '../../runtime/errors.ts';
import { firstIdAt } from '../../runtime/ids.ts';
import type { Context } from './context.ts';

const hourMilliseconds = 3600 * 1000;

/**
 * RATE_LIMITED where a seller would have published more books within an hour than one may, with these many more. The hour is that of
 * the books' ids, which begin with the time by the clock of a process: the index by seller tells it without a look at the books.
 */
export async function limitPublications(
  { em, publicationsPerSeller: most }: Context,
  sellerId: string,
  more: number,
): Promise<void> {
  const anHourAgo = firstIdAt(new Date(Date.now() - hourMilliseconds));
  const [row] = await em.execute<{ count: number }[]>(
    'SELECT COUNT(*) AS count FROM book WHERE seller_id = ? AND id >= ?',
    [sellerId, anHourAgo],
  );
  if (Number(row?.count) + more > most)
    throw rateLimited(`You may publish ${most} books an hour. Publish the others later.`);
}
