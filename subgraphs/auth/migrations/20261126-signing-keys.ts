import { Migration } from '@mikro-orm/migrations';

/** Keys that sign access tokens, one after the other. */
export class SigningKeys extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE signing_key (
        kid CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        public_key TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        sealed_private_key VARBINARY(1000) NULL,
        created_at DATETIME(3) NOT NULL,
        signs_from DATETIME(3) NOT NULL,
        verifies_until DATETIME(3) NULL,
        PRIMARY KEY (kid)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
