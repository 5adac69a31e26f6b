import { isDeepStrictEqual } from 'node:util';
import { sendRequest } from './load/send-request.ts';
import type { ReadOperation, SeenBook, Shop } from './shops/shop.ts';

const answersCompared = 20;
const fewestWords = 5;

async function shownBy(shop: Shop, operation: ReadOperation): Promise<SeenBook[][] | undefined> {
  const asked = await shop.asked(operation, []);
  const booksIn = asked?.booksIn;
  if (!asked || !booksIn) return undefined;
  const shown: SeenBook[][] = [];
  for (const request of asked.requests.slice(0, answersCompared))
    shown.push(booksIn(await sendRequest(shop.port, request)));
  return shown;
}

/** Throws where a shop does not show the same books as the first, in the same order, with the same prices. */
export async function compareBooks(shops: readonly Shop[], operation: ReadOperation): Promise<void> {
  const [ours, ...others] = shops;
  const expected = ours && (await shownBy(ours, operation));
  if (!expected) return;
  if (expected.some(books => books.length === 0)) throw new Error(`${operation}: our store shows no books.`);
  for (const shop of others) {
    const shown = await shownBy(shop, operation);
    if (shown === undefined || isDeepStrictEqual(shown, expected)) continue;
    const at = expected.findIndex((books, index) => !isDeepStrictEqual(books, shown[index]));
    throw new Error(
      `${operation}: ${shop.name} shows other books than our store.\n${JSON.stringify(expected[at])}\n${JSON.stringify(shown[at])}`,
    );
  }
}

const prices = (books: readonly SeenBook[]) => books.map(({ cents }) => cents);

/** Whether two shops find the same: as many books, and as cheap ones. Books of one price may stand in any order. */
const findTheSame = (
  ours: { total: number; books: SeenBook[] },
  theirs: { total: number; books: SeenBook[] },
): boolean => ours.total === theirs.total && isDeepStrictEqual(prices(ours.books), prices(theirs.books));

/**
 * The words for which all shops find the same books, one at least; throws where there are too few to search for. Search engines
 * differ in what a word is: those on which they differ are not measured, and are counted.
 */
export async function comparableWords(shops: readonly Shop[], words: readonly string[]): Promise<string[]> {
  const [ours, ...others] = shops.filter(shop => shop.search);
  const good: string[] = [];
  let different = 0;
  for (const word of words) {
    const expected = await ours?.search?.(word);
    if (!expected || expected.books.length === 0) continue;
    const found = await Promise.all(others.map(shop => shop.search?.(word)));
    if (found.every(theirs => theirs && findTheSame(expected, theirs))) good.push(word);
    else different += 1;
  }
  console.log(
    `search: ${good.length} words; ${different} are left out, for which shops find different books`,
  );
  if (good.length < fewestWords)
    throw new Error('The shops find the same books for too few words to be compared.');
  return good;
}
