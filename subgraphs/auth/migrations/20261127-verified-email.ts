import { Migration } from '@mikro-orm/migrations';

/** Which e-mail addresses were proved by a mail, and when. */
export class VerifiedEmail extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE `user` ADD COLUMN email_verified_at DATETIME(3) NULL, ALGORITHM=INSTANT');
  }
}
