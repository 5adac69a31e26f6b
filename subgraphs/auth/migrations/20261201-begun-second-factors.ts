import { Migration } from '@mikro-orm/migrations';

/** Second factors that were begun and have ended are found by one look-up. */
export class BegunSecondFactors extends Migration {
  override up(): void {
    this.addSql(
      'ALTER TABLE second_factor ADD KEY second_factor_begun (confirmed_at, created_at), ALGORITHM=INPLACE, LOCK=NONE',
    );
  }
}
