import type { EntityManager } from '@mikro-orm/mysql';
import { coverFiles } from '../../../covers/picture.ts';
import { step } from '../../../runtime/failpoint.ts';
import type { FileStore } from '../../../runtime/files/file-store.ts';

/** Removes the files of pictures that were uploaded for books and are given up. Answers the pictures. */
export async function removePictures(
  em: EntityManager,
  files: FileStore,
  bookIds: readonly string[],
): Promise<string[]> {
  const rows = await em.execute<{ picture: string }[]>(
    'SELECT picture FROM cover WHERE used_for IS NULL AND book_id IN (?)',
    [bookIds],
  );
  for (const { picture } of rows)
    await step('erase.after-remove-picture', () => files.remove(coverFiles(picture)));
  return rows.map(({ picture }) => picture);
}

/** Pictures whose files are gone, and which nobody is sending any more: no file is without a row. */
export async function forgetPictures(em: EntityManager, pictures: readonly string[]): Promise<void> {
  if (pictures.length > 0)
    await em.execute('DELETE FROM cover WHERE used_for IS NULL AND picture IN (?)', [pictures], 'run');
}
