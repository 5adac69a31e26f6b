import { Migration } from '@mikro-orm/migrations';
import { invariantsReportTable } from '../invariants-report-table.ts';

/** What the oracle found last. */
export class InvariantsReports extends Migration {
  override up(): void {
    this.addSql(invariantsReportTable);
  }
}
