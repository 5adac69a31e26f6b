import { type Cursor, decodeCursor } from '../../runtime/page.ts';
import { join, type Sql, sql } from '../../runtime/sql.ts';
import type { Query } from './parse-query.ts';
import type { BookSort } from './resolvers.generated.ts';
import { relevance } from './search-condition.ts';

/** One of the values that a list is ordered by. */
interface Place {
  value: Sql;
  type: 'string' | 'number';
  direction: 'ASC' | 'DESC';
}

/** A complete order of books: no two have the same place, since the last value is the id. */
export interface BookOrder {
  /** Binds cursors to this order. */
  name: string;
  places: readonly Place[];
}

const id = (direction: Place['direction']): Place => ({ value: sql('b.id'), type: 'string', direction });
const price = (direction: Place['direction']): Place => ({
  value: sql('b.price'),
  type: 'number',
  direction,
});
const title: Place = { value: sql('b.title_key'), type: 'string', direction: 'ASC' };

export const newest: BookOrder = { name: 'NEWEST', places: [id('DESC')] };
export const cheapest: BookOrder = { name: 'PRICE_ASC', places: [price('ASC'), id('ASC')] };
const dearest: BookOrder = { name: 'PRICE_DESC', places: [price('DESC'), id('DESC')] };
const byTitle: BookOrder = { name: 'TITLE', places: [title, id('ASC')] };

const bestMatch = (query: Query | undefined): BookOrder => ({
  name: 'RELEVANCE',
  places: query
    ? [{ value: relevance(query), type: 'number', direction: 'DESC' }, id('DESC')]
    : newest.places,
});

/** The order that a client asked for. */
export function orderOf(sort: BookSort, query: Query | undefined): BookOrder {
  if (sort === 'RELEVANCE') return bestMatch(query);
  return { NEWEST: newest, PRICE_ASC: cheapest, PRICE_DESC: dearest, TITLE: byTitle }[sort];
}

/** `ORDER BY …`, by the names under which the places are selected. */
export const orderBy = ({ places }: BookOrder): string =>
  `ORDER BY ${places.map((place, index) => `place_${index} ${place.direction}`).join(', ')}`;

/** The condition that a book comes after a cursor; BAD_USER_INPUT for a cursor of another order. */
export function comesAfter({ name, places }: BookOrder, after: string): Sql {
  const cursor = decodeCursor(
    name,
    places.map(place => place.type),
    after,
  );
  return beyond(places, cursor);
}

/** (a, b) beyond (x, y): a beyond x, or a equal to x and b beyond y. So written, an index serves it. */
function beyond([place, ...lower]: readonly Place[], [value, ...others]: Cursor): Sql {
  if (!place) return sql('FALSE');
  const further = join([place.value, sql('?', value)], place.direction === 'ASC' ? ' > ' : ' < ');
  if (lower.length === 0) return further;
  const same = join([place.value, sql('?', value)], ' = ');
  const tied = join([same, beyond(lower, others)], ' AND ');
  const either = join([further, tied], ' OR ');
  return { ...either, text: `(${either.text})` };
}
