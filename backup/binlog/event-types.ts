/**
 * The types of events in a binary log that matter here, by their numbers: those of MySQL, and from 160 on those of
 * MariaDB. https://dev.mysql.com/doc/dev/mysql-server/latest/namespacemysql_1_1binlog_1_1event.html,
 * https://mariadb.com/kb/en/2-binlog-event-header/
 */
export const eventType = {
  query: 2,
  stop: 3,
  rotate: 4,
  formatDescription: 15,
  xid: 16,
  tableMap: 19,
  incident: 26,
  heartbeat: 27,
  gtid: 33,
  anonymousGtid: 34,
  heartbeatV2: 41,
  taggedGtid: 42,
  mariadbGtid: 162,
} as const;

/** Each begins a transaction, and tells when it was committed. */
const transactionStarts: ReadonlySet<number> = new Set([
  eventType.gtid,
  eventType.anonymousGtid,
  eventType.taggedGtid,
  eventType.mariadbGtid,
]);

/** Whether a transaction begins with an event of that type. */
export const startsTransaction = (type: number): boolean => transactionStarts.has(type);

/** Rows written, changed and deleted: of MySQL 5.1 and MariaDB, of MySQL, with parts of JSON, compressed by MariaDB. */
const rowChanges: ReadonlySet<number> = new Set([23, 24, 25, 30, 31, 32, 39, 166, 167, 168, 169, 170, 171]);

/** Whether an event of that type holds changes of rows. */
export const changesRows = (type: number): boolean => rowChanges.has(type);

/** What tells of the log itself, or of what stands in other events too: nothing is done about it. */
const remarks: ReadonlySet<number> = new Set([
  eventType.stop,
  eventType.rotate,
  // Statements as they were written, in MySQL and in MariaDB.
  29,
  160,
  // What came before this file.
  35,
  161,
  163,
  // Of group replication.
  36,
  37,
]);

/** Whether an event of that type says nothing that needs to be done again. */
export const isRemark = (type: number): boolean => remarks.has(type);
