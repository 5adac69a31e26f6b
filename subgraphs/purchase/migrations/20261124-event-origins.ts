import { Migration } from '@mikro-orm/migrations';
import { originColumns } from '../../../runtime/events/tables.ts';

/** An event tells for which request it was told, and in which trace. */
export class EventOrigins extends Migration {
  override up(): void {
    for (const sql of originColumns) this.addSql(sql);
  }
}
