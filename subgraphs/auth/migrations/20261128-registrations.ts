import { Migration } from '@mikro-orm/migrations';

/** Accounts that are to be made once the link in a mail is opened. */
export class Registrations extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE IF NOT EXISTS registration (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name VARCHAR(100) NOT NULL,
        email VARCHAR(254) NOT NULL,
        email_key VARCHAR(254) NOT NULL,
        password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        KEY registration_email (email_key, created_at),
        KEY registration_expires_at (expires_at)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
