import { Migration } from '@mikro-orm/migrations';
import { accountDeletionTable } from '../../../runtime/erasure/deletion-table.ts';

/** Accounts that their owners deleted, as auth told of them. */
export class AccountDeletion extends Migration {
  override up(): void {
    this.addSql(accountDeletionTable);
  }
}
