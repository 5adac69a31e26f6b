import type { SubgraphName } from '../runtime/services.ts';
import { eventsAtRest } from './events-at-rest.ts';
import { runAsAdministrator } from './test-databases.ts';
import type { StoreDescription } from './test-store.ts';

/**
 * The statements that each database of a store was sent while `work` ran, as the database server itself tells; what
 * happened before has come to rest by then.
 * The store's own polling (sessions that ended, the last restore, work that is due, the audit log's seals, auth's
 * keys, what it tells of tokens) and connections' first words are left out.
 */
export async function statementsDuring(
  description: StoreDescription,
  work: () => Promise<unknown>,
): Promise<Record<SubgraphName, string[]>> {
  await eventsAtRest(description);
  const { serviceDatabases: databases = description.databases } = description;
  await runAsAdministrator("SET GLOBAL log_output = 'TABLE'");
  await runAsAdministrator('TRUNCATE TABLE mysql.general_log');
  await runAsAdministrator('SET GLOBAL general_log = ON');
  try {
    await work();
  } finally {
    await runAsAdministrator('SET GLOBAL general_log = OFF');
  }
  return {
    auth: await statementsOf(databases.auth),
    catalog: await statementsOf(databases.catalog),
    purchase: await statementsOf(databases.purchase),
  };
}

const background = [
  /^SET /i,
  /FROM `?session/i,
  /FROM incarnation/i,
  /due_at <= NOW/i,
  /outbox_|inbox_/i,
  /FROM audit_|INTO audit_seal/i,
  /(FROM|INTO) token_facts/i,
  /FROM signing_key/i,
  /^(begin|commit|start transaction)$/i,
  /^SELECT 1$/i,
];

/** Whether a statement is what the store asks by itself again and again, or a connection's first words. */
export const isBackground = (statement: string): boolean =>
  background.some(pattern => pattern.test(statement));

async function statementsOf(databaseUrl: string): Promise<string[]> {
  const user = new URL(databaseUrl).username;
  const rows = await runAsAdministrator(
    `SELECT CONVERT(argument USING utf8mb4) AS statement FROM mysql.general_log
     WHERE command_type IN ('Query', 'Execute') AND user_host LIKE '${user}[%'`,
  );
  return rows.map(row => String(row.statement)).filter(text => !isBackground(text));
}
