import type { PublishBookInput } from '../../graphql/schema-types.generated.ts';

/** Books that publishBooks takes at once. */
const mostBooks = 50;

/** Less than a request may hold (100 kB), with the operation and its envelope beside the books. */
const mostBytes = 80_000;

const encoder = new TextEncoder();
const sizeOf = (input: PublishBookInput): number => encoder.encode(JSON.stringify(input)).length;

/** Parts books, in their order, into what goes into one request each. */
export function inBatches<Book extends { input: PublishBookInput }>(books: readonly Book[]): Book[][] {
  const batches: Book[][] = [];
  let room = 0;
  for (const book of books) {
    const size = sizeOf(book.input);
    const last = batches.at(-1);
    if (!last || last.length === mostBooks || size > room) {
      batches.push([book]);
      room = mostBytes - size;
    } else {
      last.push(book);
      room -= size;
    }
  }
  return batches;
}
