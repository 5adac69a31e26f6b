import { Migration } from '@mikro-orm/migrations';
import { inboxTables, outboxTables } from '../../../runtime/events/tables.ts';

/** What catalog tells others, and what it hears from auth: sellers' names. */
export class Events extends Migration {
  override up(): void {
    for (const table of [...outboxTables, ...inboxTables]) this.addSql(table);
    this.addSql(`
      CREATE TABLE seller (
        user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        name VARCHAR(100) NOT NULL,
        PRIMARY KEY (user_id)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
