import type { EntityManager } from '@mikro-orm/mysql';
import { inBatches } from '../../../runtime/erasure/in-batches.ts';
import type { Erase } from '../../../runtime/erasure/start-erasing.ts';
import { step } from '../../../runtime/failpoint.ts';
import type { FileStore } from '../../../runtime/files/file-store.ts';
import { forgetBook } from './forget-book.ts';
import { forgetPictures, removePictures } from './remove-pictures.ts';
import { takeDown } from './take-down.ts';

const atOnce = 20;

/** What auth told of the name: the events stay, since those about one user are numbered. */
const forgetNames =
  "UPDATE inbox_event SET body = JSON_SET(body, '$.name', '') WHERE stream = 'user' AND subject = ?";

async function* booksOf(em: EntityManager, userId: string): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows = await em.execute<{ id: string }[]>(
      'SELECT id FROM book WHERE seller_id = ? AND id > ? ORDER BY id LIMIT ?',
      [userId, after, atOnce],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

/**
 * Erases what catalog holds on a user whose account was deleted: the name, the books, their pictures. A book that somebody
 * bought stays as the title that its buyer has; others are gone once the user cannot publish any more. Reservations stay:
 * they hold an id, and copies that must add up.
 */
export const eraserOf =
  (files: FileStore): Erase =>
  async (em, { userId, areTokensOver }, goOn) => {
    await em.execute('DELETE FROM seller WHERE user_id = ?', [userId], 'run');
    await em.execute('DELETE FROM buyer WHERE id = ?', [userId], 'run');
    await em.execute(forgetNames, [userId], 'run');
    for await (const ids of booksOf(em, userId)) {
      await goOn();
      for (const id of ids) await step('erase.after-take-down', () => takeDown(em, id));
      const pictures = await removePictures(em, files, ids);
      if (!areTokensOver) continue;
      await step('erase.after-forget-pictures', () => forgetPictures(em, pictures));
      for (const id of ids) await step('erase.after-forget-book', () => forgetBook(em, id));
    }
    if (areTokensOver)
      await inBatches(em, 'DELETE FROM publication_key WHERE seller_id = ? LIMIT ?', [userId]);
    return true;
  };
