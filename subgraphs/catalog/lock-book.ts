import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { Book } from './book.ts';

/**
 * The book with that id under its row's lock, so that neither its seller nor purchases change it meanwhile; null
 * where there is none that the viewer may change.
 */
export async function lockOwnBook(tx: EntityManager, id: string, viewer: Viewer): Promise<Book | null> {
  if (!isId(id)) return null;
  const own = viewer.role === 'ADMIN' ? { id } : { id, sellerId: viewer.id };
  return tx.findOne(Book, own, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
