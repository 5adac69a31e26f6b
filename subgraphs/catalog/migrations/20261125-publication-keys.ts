import { Migration } from '@mikro-orm/migrations';

/** Which book a seller's idempotency key stands for, so that publishing can be asked again. */
export class PublicationKeys extends Migration {
  override up(): void {
    // The key by its SHA-256: of one width, and told apart by every character, a blank at its end too.
    this.addSql(`
      CREATE TABLE publication_key (
        seller_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        key_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        book_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (seller_id, key_hash)
      ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
