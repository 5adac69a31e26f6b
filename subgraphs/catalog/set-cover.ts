import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/mysql';
import { MakerFailed } from '../../covers/making/picture-maker.ts';
import { CoverRefusal } from '../../covers/making/refusal.ts';
import { coverFile, newPicture } from '../../covers/picture.ts';
import { serviceUnavailable } from '../../runtime/errors.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { countChange } from './apply-changes.ts';
import type { CoverMaking } from './cover-making.ts';
import { currentCover, forCover, giveUpCover } from './current-cover.ts';
import { lockOwnBook } from './lock-book.ts';
import { type BookOutcome, done, refused } from './outcome.ts';
import { userError } from './user-error.ts';

/** Which book shows which picture from now on, and who wants that. */
interface CoverChange {
  bookId: string;
  picture: string;
  contentHash: string;
  viewer: Viewer;
}

/** Writes down that the files of a picture will be there, so that none is forgotten; or how it ends here and now. */
async function begin(tx: EntityManager, change: CoverChange): Promise<BookOutcome | null> {
  const { bookId, picture, contentHash, viewer } = change;
  const found = forCover(await lockOwnBook(tx, bookId, viewer));
  if ('refusal' in found) return refused(found.refusal);
  if ((await currentCover(tx, bookId))?.content_hash === contentHash) return done(found.book);
  await tx.execute(
    'INSERT INTO cover (picture, book_id, content_hash, changed_at) VALUES (?, ?, ?, NOW(3))',
    [picture, bookId, contentHash],
    'run',
  );
  return null;
}

async function storeFiles({ files, uploads }: CoverMaking, picture: string, content: Buffer): Promise<void> {
  const made = await uploads.make({ kind: 'resize', content });
  try {
    for (const file of made) await files.write(coverFile(picture, file), file.content);
  } catch (error) {
    throw serviceUnavailable('The store of pictures', error);
  }
}

/** The book has the picture, whose files are there, and others are told. */
async function finish(tx: EntityManager, { bookId, picture, viewer }: CoverChange): Promise<BookOutcome> {
  const found = forCover(await lockOwnBook(tx, bookId, viewer));
  if ('refusal' in found) return refused(found.refusal);
  await giveUpCover(tx, bookId);
  const use = 'UPDATE cover SET used_for = book_id, changed_at = NOW(3) WHERE picture = ?';
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(use, [picture], 'run');
  if (affectedRows !== 1) throw new Error(`the row of picture ${picture} is gone`);
  await countChange(tx, found.book);
  return done(found.book);
}

/**
 * Has a book show what its seller sent. The files are stored first; then the book has them, and others are told, in one
 * transaction. The same file once more changes nothing. Rejects as PictureMaker and the store of files do, with nothing
 * changed.
 */
export async function setCover(
  { bookId, content, viewer }: { bookId: string; content: Buffer; viewer: Viewer },
  making: CoverMaking,
): Promise<BookOutcome> {
  const em = making.database.fork();
  const contentHash = createHash('sha256').update(content).digest('hex');
  const change = { bookId, picture: newPicture(), contentHash, viewer };
  const outcome = await transaction(em, tx => begin(tx, change));
  if (outcome) return outcome;
  try {
    await storeFiles(making, change.picture, content);
  } catch (error) {
    if (error instanceof CoverRefusal) return refused(userError(error.code, error.message));
    if (error instanceof MakerFailed)
      return refused(
        userError('COVER_INVALID', 'This picture cannot be worked on: save it anew, or choose another one.'),
      );
    throw error;
  }
  return transaction(em, tx => finish(tx, change));
}
