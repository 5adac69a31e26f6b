const longestLockWaitSeconds = 5;

/**
 * What a connection is told before it is used. `statementMilliseconds` is how long the client waits for a
 * statement (Infinity: for ever): the server, where it can, gives a statement up a little earlier, so that the
 * connection is saved, and a wait for a lock ends in half of the time, so that there is some left.
 */
export function sessionSettings(statementMilliseconds: number): string[] {
  const lockWait = Math.min(longestLockWaitSeconds, Math.max(1, Math.floor(statementMilliseconds / 2_000)));
  const limit = Math.floor(statementMilliseconds * 0.9);
  // MySQL reads the first kind of comment alone (MariaDB takes no version from 5.7.0 to 9.99.99 for its own),
  // MariaDB the second. MySQL limits SELECTs alone.
  const limits = Number.isFinite(limit)
    ? ` /*!80000 , max_execution_time = ${limit} */ /*M!100100 , max_statement_time = ${limit / 1_000} */`
    : '';
  return [
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    `SET SESSION time_zone = '+00:00', group_concat_max_len = 1048576, innodb_lock_wait_timeout = ${lockWait}${limits}`,
  ];
}
