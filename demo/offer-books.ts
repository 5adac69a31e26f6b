import { publishBook } from '../seed/book-operations.ts';
import type { Offer } from '../seed/offer.ts';
import { accepted, type Store } from '../seed/store-client.ts';
import { shown } from './amounts.ts';
import { type Book, bookById, searchBooks } from './catalog-operations.ts';
import { expectSame, type Narrator, NotAsExpected } from './narrator.ts';
import { newPerson, type Person } from './people.ts';

const spanishNovel = { language: 'es', publisher: null, isbn: null, subjects: ['novel'], description: null };

const lastCopy: Offer = {
  ...spanishNovel,
  title: 'El amor en los tiempos del cólera',
  authors: ['Gabriel García Márquez'],
  publishedYear: 1985,
  condition: 'VERY_GOOD',
  conditionNote: 'One owner, read once.',
  price: '12',
  stock: 1,
};

const severalCopies: Offer = {
  ...spanishNovel,
  title: 'Rayuela',
  authors: ['Julio Cortázar'],
  publishedYear: 1963,
  condition: 'GOOD',
  conditionNote: null,
  price: '9',
  stock: 3,
};

// Without accents, as people type.
const query = 'garcia marquez colera';

const describe = ({ title, condition, price, stock }: Book) =>
  `${title} · ${condition} · ${shown(price)} · ${stock} ${stock === 1 ? 'copy' : 'copies'}`;

/** Who and what is in the store when its first chapter ends. */
export interface Shop {
  seller: Person;
  buyer: Person;
  lastCopy: Book;
  severalCopies: Book;
}

async function publish(store: Store, seller: Person, offer: Offer): Promise<Book> {
  const { book } = accepted(await seller.withToken(accessToken => publishBook(store, accessToken, offer)));
  const published = book && (await bookById(store, book.id));
  if (!published) throw new NotAsExpected('the published book, to be seen by anyone', 'null');
  expectSame('a book in stock', offer.stock, published.stock);
  return published;
}

async function find(store: Store, { seller, book }: { seller: Person; book: Book }): Promise<Book[]> {
  const found = await searchBooks(store, query, seller.userId);
  expectSame(
    'the book',
    [book.id],
    found.map(({ id }) => id),
  );
  return found;
}

/** The chapter in which a seller and a buyer register, the seller publishes two books, and one is found. */
export async function offerBooks(store: Store, { chapter, step }: Narrator): Promise<Shop> {
  chapter('A shop opens');
  const introduce = ({ name, email }: Person) => `${name} <${email}>`;
  const seller = await step('register a seller', () => newPerson(store, 'Elena Arango'), introduce);
  const buyer = await step('register a buyer', () => newPerson(store, 'Marcus Bell'), introduce);
  const last = await step('publish a book', () => publish(store, seller, lastCopy), describe);
  const several = await step('publish another', () => publish(store, seller, severalCopies), describe);
  await step(
    'search for the first',
    () => find(store, { seller, book: last }),
    found =>
      `"${query}" finds ${found.map(({ title, authors }) => `${title}, ${authors.join(', ')}`).join('; ')}`,
  );
  return { seller, buyer, lastCopy: last, severalCopies: several };
}
