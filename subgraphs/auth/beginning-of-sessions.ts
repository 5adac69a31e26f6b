import type { EntityManager } from '@mikro-orm/mysql';

/** Under what auth's table of incarnations has when all sessions were ended by hand. No subgraph is called so. */
const allSessions = 'sessions';

/**
 * Before when all sessions have ended, in milliseconds since 1970: auth's database was restored to an earlier state, or they were
 * all ended; 0 where neither was.
 */
export async function beginningOfSessions(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ number: number | null }[]>(
    "SELECT MAX(number) AS number FROM incarnation WHERE source IN ('auth', ?)",
    [allSessions],
  );
  return Number(row?.number ?? 0);
}

/** Notes that all sessions that began before now have ended. */
export async function beginSessionsAnew(tx: EntityManager): Promise<void> {
  const [row] = await tx.execute<{ number: number }[]>(
    'SELECT FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000) AS number',
  );
  await tx.execute(
    'INSERT INTO incarnation (source, number) VALUES (?, ?) ON DUPLICATE KEY UPDATE number = ?',
    [allSessions, Number(row?.number), Number(row?.number)],
    'run',
  );
}
