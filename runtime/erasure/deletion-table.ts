/**
 * The table of accounts that were deleted, in each subgraph's database: for ever, since a backup may bring back what was
 * there before. It holds an id that means nothing by itself any more. due_at: when what is held on the user is erased next,
 * null when nothing is left to do; erased_at: when that was found.
 */
export const accountDeletionTable = `CREATE TABLE IF NOT EXISTS account_deletion (
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  deleted_at DATETIME(3) NOT NULL,
  due_at DATETIME(3) NULL,
  erased_at DATETIME(3) NULL,
  KEY account_deletion_due (due_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;
