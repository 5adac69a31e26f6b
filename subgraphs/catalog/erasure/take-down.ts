import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import { failpoint } from '../../../runtime/failpoint.ts';
import { transaction } from '../../../runtime/transaction.ts';
import { applyChanges } from '../apply-changes.ts';
import { Book } from '../book.ts';
import { giveUpCover } from '../current-cover.ts';

/** Takes a book from sale for good, with what its seller wrote about it. Done again, it changes nothing. */
export const takeDown = (em: EntityManager, bookId: string): Promise<void> =>
  transaction(em, async tx => {
    const book = await tx.findOne(Book, { id: bookId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!book) return;
    await applyChanges(tx, book, { status: 'REMOVED', description: null, conditionNote: null });
    await giveUpCover(tx, bookId);
    await failpoint('erase.before-take-down');
  });
