import { Migration } from '@mikro-orm/migrations';

export class Accounts extends Migration {
  override up(): void {
    // Names are compared without regard to case and accents, for the search by prefix.
    this.addSql(`
      CREATE TABLE \`user\` (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
        email VARCHAR(254) NOT NULL,
        email_key VARCHAR(254) NOT NULL,
        password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY user_email_key (email_key),
        KEY user_name (name),
        CONSTRAINT user_role CHECK (role IN ('CUSTOMER', 'ADMIN'))
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    this.addSql(`
      CREATE TABLE session (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        user_agent VARCHAR(500) NULL,
        created_at DATETIME(3) NOT NULL,
        last_used_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        PRIMARY KEY (id),
        KEY session_user (user_id, ended_at),
        KEY session_ended_at (ended_at),
        KEY session_expires_at (expires_at),
        CONSTRAINT session_of_user FOREIGN KEY (user_id) REFERENCES \`user\` (id)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    this.addSql(`
      CREATE TABLE refresh_token (
        hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        session_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        used_at DATETIME(3) NULL,
        PRIMARY KEY (hash),
        KEY refresh_token_session (session_id),
        KEY refresh_token_expires_at (expires_at),
        CONSTRAINT refresh_token_of_session FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    this.addSql(`
      CREATE TABLE login_throttle (
        account CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        failures INT NOT NULL DEFAULT 0,
        wait_until DATETIME(3) NULL,
        last_attempt_at DATETIME(3) NOT NULL,
        PRIMARY KEY (account),
        KEY login_throttle_last_attempt_at (last_attempt_at)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
