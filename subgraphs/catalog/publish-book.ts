import { databaseTime } from '../../runtime/database-time.ts';
import { newId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { Book } from './book.ts';
import { BookFields } from './book-fields.ts';
import type { Context } from './context.ts';
import { type BookOutcome, done, refused } from './outcome.ts';
import type { PublishBookInput } from './resolvers.generated.ts';
import { searchColumns } from './search-columns.ts';
import { tellOfBook } from './tell-of-book.ts';
import { writeSubjects } from './write-subjects.ts';

/** Offers a book; the caller becomes its seller. All that is wrong with it is told at once. */
export async function publishBook(input: PublishBookInput, context: Context): Promise<BookOutcome> {
  const seller = viewerOf(context);
  const fields = new BookFields(context.currency);
  const offer = {
    title: fields.title(input.title),
    authors: fields.authors(input.authors),
    isbn: fields.isbn(input.isbn ?? null),
    description: fields.description(input.description ?? null),
    language: fields.language(input.language ?? null),
    publisher: fields.publisher(input.publisher ?? null),
    publishedYear: fields.publishedYear(input.publishedYear ?? null),
    subjects: fields.subjects(input.subjects ?? null),
    condition: input.condition,
    conditionNote: fields.conditionNote(input.conditionNote ?? null),
    price: fields.price(input.price),
    stock: fields.stock(input.stock),
  };
  if (fields.errors.length > 0) return refused(...fields.errors);
  const id = newId();
  const book = await transaction(context.em, async tx => {
    const now = await databaseTime(tx);
    const published = tx.create(Book, {
      ...offer,
      ...searchColumns(offer),
      id,
      sellerId: seller.id,
      stockPutIn: offer.stock,
      status: 'PUBLISHED',
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await tx.persist(published).flush();
    await writeSubjects(tx, published);
    await tellOfBook(tx, 'BookPublished', published);
    return published;
  });
  return done(book);
}
