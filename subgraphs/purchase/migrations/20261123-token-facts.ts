import { Migration } from '@mikro-orm/migrations';
import { tokenFactsTable } from '../../../runtime/token-facts-table.ts';

/** What auth told last about tokens. */
export class TokenFacts extends Migration {
  override up(): void {
    this.addSql(tokenFactsTable);
  }
}
