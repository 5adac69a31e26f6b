import { Migration } from '@mikro-orm/migrations';
import { inboxTables, outboxTables } from '../../../runtime/events/tables.ts';

/** What auth tells others, and what it hears from purchase: of what users are notified. */
export class Events extends Migration {
  override up(): void {
    for (const table of [...outboxTables, ...inboxTables]) this.addSql(table);
    this.addSql(`
      CREATE TABLE notification (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reason VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        purchase_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        read_at DATETIME(3) NULL,
        PRIMARY KEY (id),
        UNIQUE KEY notification_once (user_id, purchase_id, reason),
        KEY notification_user (user_id, id)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    // Those who registered before there were events are told of now.
    this.addSql(
      "INSERT INTO outbox_subject (stream, subject, last_sequence) SELECT 'user', id, 1 FROM `user`",
    );
    this.addSql(`
      INSERT INTO outbox_event
        (id, stream, type, version, subject, subject_sequence, occurred_at, body, due_at)
      SELECT UUID(), 'user', 'UserRegistered', 1, id, 1, created_at,
        JSON_OBJECT('userId', id, 'name', name, 'role', role), NOW(3)
      FROM \`user\` JOIN outbox_subject ON stream = 'user' AND subject = id`);
  }
}
