import { Migration } from '@mikro-orm/migrations';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';
const table = 'DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/**
 * Second factors at the login, and the codes that stand in for them once. They go with their user: the release before, which
 * knows neither table, erases users too.
 */
export class SecondFactors extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE IF NOT EXISTS second_factor (
        user_id ${id},
        sealed_secret VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        confirmed_at DATETIME(3) NULL,
        last_step INT NOT NULL DEFAULT 0,
        PRIMARY KEY (user_id),
        CONSTRAINT second_factor_of_user FOREIGN KEY (user_id) REFERENCES \`user\` (id) ON DELETE CASCADE
      ) ${table}`);
    this.addSql(`
      CREATE TABLE IF NOT EXISTS recovery_code (
        hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        user_id ${id},
        created_at DATETIME(3) NOT NULL,
        used_at DATETIME(3) NULL,
        PRIMARY KEY (hash),
        KEY recovery_code_user (user_id),
        CONSTRAINT recovery_code_of_user FOREIGN KEY (user_id) REFERENCES \`user\` (id) ON DELETE CASCADE
      ) ${table}`);
  }
}
