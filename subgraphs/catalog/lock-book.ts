import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { Book } from './book.ts';

const own = (id: string, viewer: Viewer) => (viewer.role === 'ADMIN' ? { id } : { id, sellerId: viewer.id });

/** The book with that id; null where there is none that the viewer may change. */
export const findOwnBook = async (em: EntityManager, id: string, viewer: Viewer): Promise<Book | null> =>
  isId(id) ? em.findOne(Book, own(id, viewer)) : null;

/**
 * The book with that id under its row's lock, so that neither its seller nor purchases change it meanwhile; null
 * where there is none that the viewer may change.
 */
export const lockOwnBook = async (tx: EntityManager, id: string, viewer: Viewer): Promise<Book | null> =>
  isId(id) ? tx.findOne(Book, own(id, viewer), { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
