import type { EntityManager } from '@mikro-orm/mysql';

/** The database's clock, which decides expiry and leases: processes' clocks differ. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const rows = await em.execute<{ now: string }[]>('SELECT NOW(3) AS now');
  return instantOf(rows[0]?.now ?? '');
}

/** The instant that plain SQL tells as a DATETIME, which is in UTC on every connection of ours. */
export const instantOf = (datetime: string): Date => new Date(`${datetime.replace(' ', 'T')}Z`);

/** Likewise; null for null. */
export const instantOrNull = (datetime: string | null): Date | null =>
  datetime === null ? null : instantOf(datetime);
