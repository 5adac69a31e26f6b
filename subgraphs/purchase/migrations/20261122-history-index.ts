import { Migration } from '@mikro-orm/migrations';

/** The index of histories holds the statuses too, so that all histories are read in it alone. */
export class HistoryIndex extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE purchase_event ADD KEY purchase_event_history (purchase_id, at, id, status),
      DROP KEY purchase_event_purchase`);
  }
}
