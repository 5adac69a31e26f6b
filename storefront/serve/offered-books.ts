import { maxPageSize } from '../../runtime/page.ts';

/** A book for sale, and when it changed last (ISO 8601). */
export interface OfferedBook {
  id: string;
  updatedAt: string;
}

/** There is no such place in the list of books. */
export class NoSuchPlace extends Error {}

interface BookPage {
  totalCount?: number | null;
  nodes?: OfferedBook[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Answer {
  data?: { books: BookPage | null } | null;
  errors?: { extensions?: { code?: string } }[];
}

const ask = (fields: string) => `query Sitemap($first: Int!, $after: String) {
  books(sort: NEWEST, first: $first, after: $after) { ${fields} pageInfo { hasNextPage endCursor } }
}`;
const booksQuery = ask('nodes { id updatedAt }');
const placesQuery = ask('');
const countQuery = ask('totalCount');

async function answerTo(
  send: typeof fetch,
  query: string,
  variables: { first: number; after: string | null },
): Promise<BookPage> {
  const answer = await send('/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) });
  const { data, errors }: Answer = JSON.parse(await answer.text());
  if (data?.books) return data.books;
  if (errors?.some(({ extensions }) => extensions?.code === 'BAD_USER_INPUT'))
    throw new NoSuchPlace('There is no such place in the list of books.');
  throw new Error('The catalogue does not answer.');
}

/**
 * So many books that are for sale, the newest first, from a place in the list on. Rejects with NoSuchPlace, and where the
 * catalogue does not answer.
 */
export async function readBooks(
  send: typeof fetch,
  after: string | null,
  most: number,
): Promise<OfferedBook[]> {
  const found: OfferedBook[] = [];
  let place = after;
  while (found.length < most) {
    const first = Math.min(maxPageSize, most - found.length);
    const { nodes = [], pageInfo } = await answerTo(send, booksQuery, { first, after: place });
    found.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    place = pageInfo.endCursor;
  }
  return found;
}

/**
 * The places in the list after which its pages of `size` books begin, but the first page; of `most` such pages. They are
 * counted from the oldest book on: a book that comes moves none of them. One question after the other, a hundred books
 * each. Rejects where the catalogue does not answer.
 */
export async function readPlaces(send: typeof fetch, size: number, most: number): Promise<string[]> {
  const { totalCount } = await answerTo(send, countQuery, { first: 1, after: null });
  const places: string[] = [];
  let place: string | null = null;
  let left = (totalCount ?? 0) % size || size;
  while (places.length < most) {
    const first = Math.min(maxPageSize, left);
    const { pageInfo }: BookPage = await answerTo(send, placesQuery, { first, after: place });
    place = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || place === null) break;
    left -= first;
    if (left > 0) continue;
    places.push(place);
    left = size;
  }
  return places;
}
