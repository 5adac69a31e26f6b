/** The table of one row by which the lag of readers is measured: see ReaderWatch. */
export const heartbeatTable = [
  `CREATE TABLE heartbeat (
    id TINYINT NOT NULL PRIMARY KEY,
    beaten_at DATETIME(3) NOT NULL
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  'INSERT INTO heartbeat (id, beaten_at) VALUES (1, NOW(3))',
];
