import { transaction } from '../../runtime/transaction.ts';
import { streams } from '../../schema/events.ts';
import type { PlaceInStream } from './place-in-stream.ts';
import type { RestoredStore } from './restored-store.ts';

/**
 * A listener has not heard all that its source has told. What it has received and not applied it forgets, and the source
 * tells everything again from there on. Events that the source has swept away (after a week) are gone: the listener goes
 * on behind them.
 */
export async function catchUp(store: RestoredStore, place: PlaceInStream): Promise<void> {
  const { stream, listener, subject, told, heard } = place;
  const key = [stream, subject, heard];
  const behind = 'WHERE stream = ? AND subject = ? AND subject_sequence > ?';
  const [first] = await store.read<{ sequence: number | null }>(
    streams[stream].source,
    `SELECT MIN(subject_sequence) AS sequence FROM outbox_event ${behind}`,
    key,
  );
  const next = first?.sequence ?? told + 1;
  await transaction(store.databases[listener].fork(), async tx => {
    await tx.execute(`DELETE FROM inbox_event ${behind} AND applied_at IS NULL`, key);
    if (next > heard + 1)
      await tx.execute(
        `INSERT INTO inbox_subject (stream, subject, applied_sequence) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE applied_sequence = ?`,
        [stream, subject, next - 1, next - 1],
      );
  });
  await store.databases[streams[stream].source]
    .fork()
    .execute(
      `UPDATE outbox_event SET due_at = NOW(3), owner = NULL, delivered_to = '', delivered_at = NULL ${behind}`,
      key,
    );
}
