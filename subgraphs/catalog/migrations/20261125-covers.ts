import { Migration } from '@mikro-orm/migrations';

/** The pictures that sellers uploaded. */
export class Covers extends Migration {
  override up(): void {
    // A row is there before the first file is, and goes after the last one: no file is without a row. used_for is the
    // book whose cover it is now; null while it is being stored, and when it is that no more. A table of its own: a
    // column could not be added to book, with its full-text index, without writers having to wait.
    this.addSql(`
      CREATE TABLE IF NOT EXISTS cover (
        picture CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        book_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        used_for CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        changed_at DATETIME(3) NOT NULL,
        PRIMARY KEY (picture),
        UNIQUE KEY cover_used_for (used_for),
        KEY cover_unused (used_for, changed_at),
        CONSTRAINT cover_of_its_book CHECK (used_for = book_id)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
