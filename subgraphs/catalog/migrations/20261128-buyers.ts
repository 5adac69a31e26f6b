import { Migration } from '@mikro-orm/migrations';

/** One row a buyer, by which the reservations of one buyer wait for each other. */
export class Buyers extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE IF NOT EXISTS buyer (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (id)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
