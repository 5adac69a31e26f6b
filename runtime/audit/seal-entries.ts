import type { EntityManager } from '@mikro-orm/mysql';
import { isDuplicate } from '../database-errors.ts';
import { type EntryRow, entryColumns, noSeal, type Seal, sealHash } from './seal.ts';

/** So many are sealed by one statement. */
const batch = 500;

/** The newest seal; noSeal where there is none. */
export async function lastSeal(em: EntityManager): Promise<Seal> {
  const [seal] = await em.execute<Seal[]>(
    'SELECT sequence, hash FROM audit_seal ORDER BY sequence DESC LIMIT 1',
  );
  return seal ? { sequence: Number(seal.sequence), hash: seal.hash } : noSeal;
}

/**
 * The number of the newest entry that is so many seconds old; 0 where there is none. Numbers are given before the commit, so
 * that an entry may appear behind others that are sealed already; but what has a number up to this one is there, or was rolled
 * back, if no transaction stays open for so long.
 */
export async function numberBefore(em: EntityManager, seconds: number): Promise<number> {
  const [entry] = await em.execute<{ number: number | string }[]>(
    'SELECT number FROM audit_entry WHERE at < NOW(3) - INTERVAL ? SECOND ORDER BY at DESC LIMIT 1',
    [seconds],
  );
  return Number(entry?.number ?? 0);
}

/**
 * Seals entries with numbers above one that have no seal, some hundred at the most. Answers whether there may be more. Two that
 * seal at once write the same sequence, and one of them cannot: the other has done it then.
 */
export async function sealEntries(em: EntityManager, above: number): Promise<boolean> {
  const entries = await em.execute<EntryRow[]>(
    `SELECT ${entryColumns} FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_number = e.number
     WHERE e.number > ? AND s.entry_number IS NULL ORDER BY e.number LIMIT ?`,
    [above, batch],
  );
  if (entries.length === 0) return false;
  let last = await lastSeal(em);
  const values = entries.flatMap(entry => {
    last = { sequence: last.sequence + 1, hash: sealHash(last, entry) };
    return [last.sequence, entry.number, last.hash];
  });
  try {
    await em.execute(
      `INSERT INTO audit_seal (sequence, entry_number, hash, sealed_at)
       VALUES ${entries.map(() => '(?, ?, ?, NOW(3))').join(', ')}`,
      values,
      'run',
    );
  } catch (error) {
    if (!isDuplicate(error, 'PRIMARY') && !isDuplicate(error, 'audit_seal_entry')) throw error;
  }
  return entries.length === batch;
}
