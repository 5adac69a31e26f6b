const longestLockWaitSeconds = 5;

/**
 * What a connection is told before it is used. `statementMilliseconds` is how long the client waits for a
 * statement (Infinity: for ever): the server, where it can, gives a statement up a little earlier, so that the
 * connection is saved, and a wait for a lock ends in half of the time, so that there is some left. A transaction in
 * which nothing is asked for as long as a statement may take is undone by the server, so that a process that hangs, or
 * cannot be reached, keeps nobody from a row; MySQL, which knows no such limit, closes every connection that idles so.
 */
export function sessionSettings(statementMilliseconds: number): string[] {
  const lockWait = Math.min(longestLockWaitSeconds, Math.max(1, Math.floor(statementMilliseconds / 2_000)));
  const limit = Math.floor(statementMilliseconds * 0.9);
  // Longer than a pooled connection is trusted without a word.
  const idle = Math.max(2, Math.ceil(statementMilliseconds / 1_000));
  // MySQL reads the first kind of comment alone (MariaDB takes no version from 5.7.0 to 9.99.99 for its own),
  // MariaDB the second. MySQL limits SELECTs alone.
  const limits = Number.isFinite(limit)
    ? ` /*!80000 , max_execution_time = ${limit}, wait_timeout = ${idle} */ /*M!100300 , max_statement_time = ${limit / 1_000}, idle_transaction_timeout = ${idle} */`
    : '';
  return [
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    `SET SESSION time_zone = '+00:00', group_concat_max_len = 1048576, innodb_lock_wait_timeout = ${lockWait}${limits}`,
  ];
}
