import { Migration } from '@mikro-orm/migrations';
import { inboxTables, outboxTables } from '../../../runtime/events/tables.ts';

/** What purchase tells others, and what it hears from catalog. */
export class Events extends Migration {
  override up(): void {
    for (const table of [...outboxTables, ...inboxTables]) this.addSql(table);
  }
}
