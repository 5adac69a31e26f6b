import { Migration } from '@mikro-orm/migrations';
import { accountDeletionTable } from '../../../runtime/erasure/deletion-table.ts';

/** Accounts that their owners deleted. */
export class AccountDeletion extends Migration {
  override up(): void {
    this.addSql(accountDeletionTable);
    // The row stays, empty, until the last token of its sessions has ended.
    this.addSql('ALTER TABLE `user` ADD COLUMN deleted_at DATETIME(3) NULL, ALGORITHM=INSTANT');
  }
}
