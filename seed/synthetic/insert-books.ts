import type { Connection } from 'mysql2/promise';
import { newId } from '../../runtime/ids.ts';
import { foldToKey } from '../../subgraphs/catalog/fold-text.ts';
import { searchColumns } from '../../subgraphs/catalog/search-columns.ts';
import { insertRows } from './insert-rows.ts';
import type { SyntheticOffer } from './synthetic-offer.ts';

/** The values of a row of catalog's table `book`, by column. */
function bookRow(id: string, offer: SyntheticOffer, now: Date): Record<string, unknown> {
  const terms = searchColumns(offer);
  return {
    id,
    seller_id: offer.sellerId,
    title: offer.title,
    authors: JSON.stringify(offer.authors),
    isbn: offer.isbn,
    description: offer.description,
    language: offer.language,
    published_year: offer.publishedYear,
    subjects: JSON.stringify(offer.subjects),
    book_condition: offer.condition,
    price: offer.cents,
    stock: offer.stock,
    stock_put_in: offer.stock,
    status: 'PUBLISHED',
    version: 1,
    created_at: now,
    updated_at: now,
    title_key: terms.titleKey,
    title_terms: terms.titleTerms,
    author_terms: terms.authorTerms,
    search_terms: terms.searchTerms,
  };
}

const subjectRows = (bookId: string, offer: SyntheticOffer) =>
  offer.subjects.map(subject => ({ book_id: bookId, subject_key: foldToKey(subject), subject }));

/** Writes books into catalog's database as publishBook leaves them, in one transaction. */
export async function insertBooks(connection: Connection, offers: readonly SyntheticOffer[]): Promise<void> {
  const now = new Date();
  const books = offers.map(offer => ({ id: newId(), offer }));
  await connection.beginTransaction();
  try {
    await insertRows(
      connection,
      'book',
      books.map(({ id, offer }) => bookRow(id, offer, now)),
    );
    await insertRows(
      connection,
      'book_subject',
      books.flatMap(({ id, offer }) => subjectRows(id, offer)),
    );
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  }
}
