/**
 * The audit log of a subgraph, in its own database: what was done, by whom and to what, by ids alone, so that erasing a user
 * changes nothing in it. An entry is inserted in the transaction of what it tells of; a transaction waits for no other one
 * because of it. `audit_seal` chains the entries within a second, in the order in which they were found to be committed: each
 * seal holds a hash over its entry and the seal before.
 *
 * Who has the service's database user (by a statement smuggled in, or by its password) may add to both tables, and neither
 * change nor delete a row: see grant-rights.ts. Such a one can add entries that are not true, and can stop the chain by a seal
 * that does not fit, which `npm run audit -- verify` tells; what was there before stays as it was. Who may change tables (the
 * user of migrations, an administrator of the server) can write another history with a sound chain of its own: that is
 * found out by a seal that was noted elsewhere (each process logs the last one every hour), and `--head`.
 */
export const auditTables = [
  `CREATE TABLE IF NOT EXISTS audit_entry (
    number BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at DATETIME(3) NOT NULL,
    action VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    subject_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    facts TEXT NOT NULL,
    request_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
    KEY audit_entry_at (at)
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  `CREATE TABLE IF NOT EXISTS audit_seal (
    sequence BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    entry_number BIGINT UNSIGNED NOT NULL,
    hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sealed_at DATETIME(3) NOT NULL,
    UNIQUE KEY audit_seal_entry (entry_number)
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
];

/** Tables to which the services' database users may add, and nothing else. */
export const appendOnlyTables: readonly string[] = ['audit_entry', 'audit_seal'];
