import type { DatabaseProcess } from './database-process.ts';

/** Has a server note each statement that it is sent, until it is stopped. */
export async function noteStatements(server: DatabaseProcess): Promise<void> {
  await server.run("SET GLOBAL log_output = 'TABLE'");
  await server.run('SET GLOBAL general_log = ON');
}

/** How many of the statements that users whose names begin so have sent contain this text. */
export async function countStatements(server: DatabaseProcess, user: string, text: string): Promise<number> {
  const rows = await server.run(
    `SELECT COUNT(*) AS amount FROM mysql.general_log WHERE command_type IN ('Query', 'Execute')
     AND user_host LIKE '${user}%' AND LOCATE('${text}', CONVERT(argument USING utf8mb4)) > 0`,
  );
  return Number(rows[0]?.amount);
}

/** The statements that users whose names begin so have sent while `work` ran; the server must note them. */
export async function statementsNoted(
  server: DatabaseProcess,
  user: string,
  work: () => Promise<unknown>,
): Promise<string[]> {
  await server.run('TRUNCATE TABLE mysql.general_log');
  await work();
  const rows = await server.run(
    `SELECT CONVERT(argument USING utf8mb4) AS statement FROM mysql.general_log
     WHERE command_type IN ('Query', 'Execute') AND user_host LIKE '${user}%'`,
  );
  return rows.map(({ statement }) => String(statement));
}
