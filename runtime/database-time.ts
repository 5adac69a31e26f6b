import type { EntityManager } from '@mikro-orm/mysql';

/** The database's clock, which decides expiry and leases: processes' clocks differ. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const rows = await em.execute<{ now: string }[]>('SELECT NOW(3) AS now');
  return new Date(`${rows[0]?.now.replace(' ', 'T')}Z`);
}
