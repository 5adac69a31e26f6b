import { Migration } from '@mikro-orm/migrations';

/** By what the successor of a refresh token can be told again, for a moment. */
export class RefreshTokenSuccessor extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE refresh_token
        ADD COLUMN successor_salt CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL, ALGORITHM=INSTANT`);
  }
}
