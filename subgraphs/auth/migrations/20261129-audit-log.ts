import { Migration } from '@mikro-orm/migrations';
import { auditTables } from '../../../runtime/audit/tables.ts';

/** Who did what, chained. */
export class AuditLog extends Migration {
  override up(): void {
    for (const table of auditTables) this.addSql(table);
  }
}
