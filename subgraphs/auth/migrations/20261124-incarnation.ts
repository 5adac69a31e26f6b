import { Migration } from '@mikro-orm/migrations';
import { incarnationTable } from '../../../runtime/events/incarnation.ts';

/** By what events from before a restore are told from those after it. */
export class Incarnation extends Migration {
  override up(): void {
    this.addSql(incarnationTable);
  }
}
