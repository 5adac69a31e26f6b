/** The table of one row in which a subgraph keeps what auth told last about tokens: see openTokenMemory. */
export const tokenFactsTable = `CREATE TABLE token_facts (
    id TINYINT NOT NULL PRIMARY KEY,
    facts MEDIUMTEXT NOT NULL,
    told_at DATETIME(3) NOT NULL
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;
