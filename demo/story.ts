import type { Store } from '../seed/store-client.ts';
import { removeBook } from './catalog-operations.ts';
import { lookBack } from './look-back.ts';
import type { Narrator } from './narrator.ts';
import { offerBooks } from './offer-books.ts';
import { refusals } from './refusals.ts';
import { sellABook } from './sell-a-book.ts';

/** Tells the main story of a store, from an empty shop to a received book, and what the store refuses. */
export async function tellStory(store: Store, narrator: Narrator): Promise<void> {
  const shop = await offerBooks(store, narrator);
  const sale = await sellABook(store, narrator, shop);
  await lookBack(store, narrator, { shop, sale });
  await refusals(store, narrator, { shop, sale });
  narrator.chapter('The shop closes');
  await narrator.step(
    'take both books down',
    async () => {
      for (const { id } of [shop.lastCopy, shop.severalCopies]) await removeBook(store, shop.seller, id);
    },
    () => 'nothing of the story is left for sale',
  );
}
