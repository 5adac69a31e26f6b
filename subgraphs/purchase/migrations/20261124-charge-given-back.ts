import { Migration } from '@mikro-orm/migrations';

/** Charges that the payment provider made, and of which a restored database knows no payment: the money went back. */
export class ChargeGivenBack extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE charge_given_back (
      charge_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
      amount BIGINT NOT NULL,
      status VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      found_at DATETIME(3) NOT NULL
    ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
