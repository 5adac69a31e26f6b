/**
 * The statements that make a database and a user who gets all rights on it, and none elsewhere; what is there stays,
 * but for the password. In MySQL the password before it stays good until the statements are run again. `from` is where
 * the user may log in from, as MySQL writes hosts.
 */
export function databaseStatements(options: {
  database: string;
  user: string;
  from: string;
  password: string;
}): string[] {
  const { database, from } = options;
  for (const name of [database, options.user])
    if (!/^[A-Za-z0-9_]{1,32}$/.test(name))
      throw new RangeError(`${name} must consist of 1 to 32 letters, digits and _`);
  const user = `'${options.user}'@'${from}'`;
  const password = options.password.replaceAll('\\', '\\\\').replaceAll("'", "''");
  return [
    `CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4`,
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${password}'`,
    // MySQL alone reads that comment: it keeps two passwords, MariaDB one.
    `ALTER USER ${user} IDENTIFIED BY '${password}' /*!80014 RETAIN CURRENT PASSWORD */`,
    // _ is a wildcard in GRANT.
    `GRANT ALL PRIVILEGES ON \`${database.replaceAll('_', '\\_')}\`.* TO ${user}`,
  ];
}
