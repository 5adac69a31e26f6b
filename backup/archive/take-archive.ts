import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { writePrivateFile } from '../../deploy/local/write-private-file.ts';
import { openSource } from '../source/open-source.ts';

/** What an archive is told by from others, wherever its folder is mounted. */
function idOf(archive: string): string {
  const file = join(archive, 'archive-id');
  if (!existsSync(file)) {
    mkdirSync(archive, { recursive: true, mode: 0o700 });
    writePrivateFile(file, randomUUID());
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Makes sure that nobody else writes to an archive, on whatever machine, until the function that it answers is called.
 * The database of auth is who knows. Rejects when somebody does.
 */
export async function takeArchive(archive: string, databases: DatabaseUrls): Promise<() => void> {
  const connection = await openSource('auth', databases.auth);
  const [[row]] = await connection
    .promise()
    .query<RowDataPacket[]>('SELECT GET_LOCK(?, 0) AS taken', [`backup ${idOf(archive)}`]);
  if (Number(row?.taken) === 1) return () => connection.destroy();
  connection.destroy();
  throw new Error(`Another backup is at work on ${archive}.`);
}
