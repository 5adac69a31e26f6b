import { appendFileSync, createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { Snapshot } from '../../backup/archive/snapshots.ts';
import { isMissingTable } from '../../runtime/database-errors.ts';
import { subgraphs } from '../../runtime/services.ts';

const table = 'account_deletion';

const listOf = (archive: string): string => join(archive, 'deleted-accounts.txt');

/**
 * The ids of users who had left by the time of some restore, as the archive's folder lists them. No restore takes one off:
 * what goes back in time are databases, not what people asked for.
 */
export function readDeletedAccounts(archive: string): string[] {
  const list = listOf(archive);
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
}

/** Puts users on that list. */
export function keepDeletedAccounts(archive: string, userIds: readonly string[]): void {
  const known = new Set(readDeletedAccounts(archive));
  const news = [...new Set(userIds)].filter(id => !known.has(id));
  if (news.length > 0) appendFileSync(listOf(archive), news.map(id => `${id}\n`).join(''), { mode: 0o600 });
}

/** Who has left, by a database that is about to be emptied. */
export async function deletedInDatabase(connection: Connection): Promise<string[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>(`SELECT user_id FROM ${table}`);
    return rows.map(row => String(row.user_id));
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  }
}

/** Who has left, by a snapshot, be it an older or a newer one than what is restored. */
export async function deletedInSnapshot({ folder }: Snapshot): Promise<string[]> {
  const files = subgraphs.map(subgraph => join(folder, subgraph, `${table}.sql.gz`));
  const texts = files.filter(existsSync).map(file => text(createReadStream(file).pipe(createGunzip())));
  const inserts = (await Promise.all(texts)).flatMap(sql => sql.split('\n'));
  return inserts
    .filter(line => line.startsWith('INSERT'))
    .flatMap(line => Array.from(line.matchAll(/'([0-9a-f-]{36})'/g), ([, id = '']) => id));
}
