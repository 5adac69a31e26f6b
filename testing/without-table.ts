import { runAsAdministrator } from './test-databases.ts';

/** Does a piece of work while the database at that URL lacks a table: whatever needs it meets an error of ours. */
export async function withoutTable<Result>(
  databaseUrl: string,
  table: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const name = new URL(databaseUrl).pathname.slice(1);
  await runAsAdministrator(`RENAME TABLE ${name}.${table} TO ${name}.${table}_elsewhere`);
  try {
    return await work();
  } finally {
    await runAsAdministrator(`RENAME TABLE ${name}.${table}_elsewhere TO ${name}.${table}`);
  }
}
