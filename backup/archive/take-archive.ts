import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mysql2';
import type { RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { writePrivateFile } from '../../deploy/local/write-private-file.ts';
import { openSource } from '../source/open-source.ts';

const holdMilliseconds = 60_000;

/** What an archive is told by from others, wherever its folder is mounted. */
function idOf(archive: string): string {
  const file = join(archive, 'archive-id');
  if (!existsSync(file)) {
    mkdirSync(archive, { recursive: true, mode: 0o700 });
    writePrivateFile(file, randomUUID());
  }
  return readFileSync(file, 'utf8').trim();
}

async function lock(archive: string, url: string): Promise<Connection> {
  const connection = await openSource('auth', url);
  const [[row]] = await connection
    .promise()
    .query<RowDataPacket[]>('SELECT GET_LOCK(?, 0) AS taken', [`backup ${idOf(archive)}`]);
  if (Number(row?.taken) === 1) return connection;
  connection.destroy();
  throw new Error(`Another backup is at work on ${archive}.`);
}

/**
 * Makes sure that nobody else writes to an archive, on whatever machine, until the function that it answers is called.
 * The server of auth's database is who knows. Rejects when somebody does.
 */
export async function takeArchive(archive: string, databases: DatabaseUrls): Promise<() => void> {
  let connection = await lock(archive, databases.auth);
  const hold = async () => {
    const lives = await connection
      .promise()
      .query('SELECT 1')
      .then(
        () => true,
        () => false,
      );
    if (!lives) connection = await lock(archive, databases.auth);
  };
  // A connection that is idle, and one whose server was started again, have lost it.
  const timer = setInterval(() => void hold().catch(() => undefined), holdMilliseconds).unref();
  return () => {
    clearInterval(timer);
    connection.destroy();
  };
}
