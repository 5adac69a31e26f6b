import { Migration } from '@mikro-orm/migrations';
import { heartbeatTable } from '../../../runtime/heartbeat-table.ts';

/** By what the lag of readers is measured. */
export class Heartbeat extends Migration {
  override up(): void {
    for (const statement of heartbeatTable) this.addSql(statement);
  }
}
