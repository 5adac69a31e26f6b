import { Migration } from '@mikro-orm/migrations';

/** Mails that are to be sent, and the one-time tokens that they carry. */
export class Mail extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE IF NOT EXISTS mail_request (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        email_key VARCHAR(254) NOT NULL,
        created_at DATETIME(3) NOT NULL,
        due_at DATETIME(3) NOT NULL,
        attempts INT NOT NULL DEFAULT 0,
        owner CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        PRIMARY KEY (id),
        UNIQUE KEY mail_request_once (email_key, kind),
        KEY mail_request_due (due_at)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    this.addSql(`
      CREATE TABLE IF NOT EXISTS one_time_token (
        hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        purpose VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        email_key VARCHAR(254) NOT NULL,
        created_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        used_at DATETIME(3) NULL,
        PRIMARY KEY (hash),
        KEY one_time_token_user (user_id, purpose, created_at),
        KEY one_time_token_expiry (expires_at)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
