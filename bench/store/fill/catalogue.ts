import { csvRows } from '../../../seed/csv-rows.ts';
import type { Offer } from '../../../seed/offer.ts';
import { type SyntheticOffer, syntheticOffer } from '../../../seed/synthetic/synthetic-offer.ts';
import { toIsbn13 } from '../../../subgraphs/catalog/isbn.ts';
import { toLanguageTag } from '../../../subgraphs/catalog/language-tag.ts';

/** Which books a store of the bench has: those of a CSV file, where there is one, and then made-up ones up to `count`. */
export interface Catalogue {
  file: string | undefined;
  count: number;
}

const longestTitle = 500;

/** A row of a file as the store would keep it. */
const fromFile = (offer: Offer, sellerId: string): SyntheticOffer => ({
  title: offer.title.slice(0, longestTitle),
  authors: offer.authors,
  isbn: (offer.isbn && toIsbn13(offer.isbn)) || null,
  description: offer.description,
  language: (offer.language && toLanguageTag(offer.language)) || 'en',
  publishedYear: offer.publishedYear ?? 2000,
  subjects: offer.subjects,
  condition: offer.condition,
  cents: Math.round(Number(offer.price) * 100),
  stock: offer.stock,
  sellerId,
});

/** The books of a catalogue in their order, the same ones in every run. Rows of the file that cannot be read are left out. */
export async function* booksOf(
  { file, count }: Catalogue,
  sellerIds: readonly string[],
): AsyncGenerator<SyntheticOffer> {
  let number = 0;
  if (file)
    for await (const row of csvRows(file)) {
      if (number === count) return;
      if ('problem' in row) continue;
      yield fromFile(row.offer, sellerIds[number % sellerIds.length] ?? '');
      number += 1;
    }
  for (; number < count; number += 1) yield syntheticOffer(number, sellerIds);
}

/** Values in groups of so many. */
export async function* inGroups<Value>(values: AsyncIterable<Value>, size: number): AsyncGenerator<Value[]> {
  let group: Value[] = [];
  for await (const value of values) {
    group.push(value);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
