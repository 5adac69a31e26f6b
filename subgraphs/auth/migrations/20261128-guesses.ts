import { Migration } from '@mikro-orm/migrations';

const hash = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';
const table = 'DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** What is counted of guesses beside login_throttle: by network, and from where accounts were signed in to. */
export class Guesses extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE IF NOT EXISTS network_throttle (
        network ${hash},
        spent_until DATETIME(3) NOT NULL,
        PRIMARY KEY (network),
        KEY network_throttle_spent_until (spent_until)
      ) ${table}`);
    this.addSql(`
      CREATE TABLE IF NOT EXISTS known_network (
        account ${hash},
        network ${hash},
        last_used_at DATETIME(3) NOT NULL,
        PRIMARY KEY (account, network),
        KEY known_network_last_used_at (last_used_at)
      ) ${table}`);
  }
}
