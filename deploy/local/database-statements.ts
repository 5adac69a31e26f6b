/**
 * What a user may do in a database: all of it; all of it and pass that on, as who migrates must; or read alone, where migrate
 * grants the rest table by table, and takes away what was granted on the whole of it before.
 */
export type DatabaseRights = 'all' | 'all and grant' | 'read';

/**
 * The statements that make a database and a user who gets rights on it (all of them unless said), and none elsewhere; what is
 * there stays, rights too, but for the password: services that are at work go on. In MySQL the password before it stays good
 * until the statements are run again. `from` is where the user may log in from, as MySQL writes hosts.
 */
export function databaseStatements(options: {
  database: string;
  user: string;
  from: string;
  password: string;
  rights?: DatabaseRights;
}): string[] {
  const { database, from, rights = 'all' } = options;
  for (const name of [database, options.user])
    if (!/^[A-Za-z0-9_]{1,32}$/.test(name))
      throw new RangeError(`${name} must consist of 1 to 32 letters, digits and _`);
  const user = `'${options.user}'@'${from}'`;
  const password = options.password.replaceAll('\\', '\\\\').replaceAll("'", "''");
  // _ is a wildcard in GRANT.
  const all = `\`${database.replaceAll('_', '\\_')}\`.*`;
  const grants: Record<DatabaseRights, string> = {
    all: `GRANT ALL PRIVILEGES ON ${all} TO ${user}`,
    'all and grant': `GRANT ALL PRIVILEGES ON ${all} TO ${user} WITH GRANT OPTION`,
    read: `GRANT SELECT ON ${all} TO ${user}`,
  };
  return [
    `CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4`,
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${password}'`,
    // MySQL alone reads that comment: it keeps two passwords, MariaDB one.
    `ALTER USER ${user} IDENTIFIED BY '${password}' /*!80014 RETAIN CURRENT PASSWORD */`,
    grants[rights],
  ];
}
