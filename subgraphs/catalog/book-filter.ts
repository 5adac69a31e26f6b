import { badUserInput } from '../../runtime/errors.ts';
import { isId } from '../../runtime/ids.ts';
import { type Currency, toMinorUnits } from '../../runtime/money.ts';
import { isOneOf, type Sql, sql } from '../../runtime/sql.ts';
import { toIsbn13 } from './isbn.ts';
import { toLanguageTag } from './language-tag.ts';
import type { BookFilter } from './resolvers.generated.ts';

/** Values that a list in a filter may have. */
const maxValues = 100;

/** The condition for one field of a filter; none where the field narrows nothing. */
type Conditions = Sql[];

const given = <Value>(value: Value | null | undefined, condition: (value: Value) => Sql): Conditions =>
  value === null || value === undefined ? [] : [condition(value)];

/** What `column` must be; nothing where the text could not be read as such a value. */
const is = (column: string, value: string | undefined): Sql =>
  value === undefined ? sql('FALSE') : sql(`${column} = ?`, value);

/** One of several values, each as `read` reads it; an empty list narrows nothing. BAD_USER_INPUT beyond 100. */
export function oneOf(
  name: keyof BookFilter,
  list: readonly string[] | null | undefined,
  condition: (values: string[]) => Sql,
  read: (value: string) => string | undefined = value => value,
): Conditions {
  if (!list?.length) return [];
  if (list.length > maxValues) throw badUserInput(`filter.${name} must have at most ${maxValues} values.`);
  const values = new Set(list.flatMap(value => read(value) ?? []));
  return [values.size > 0 ? condition([...values]) : sql('FALSE')];
}

function minorUnits(name: keyof BookFilter, amount: string, currency: Currency): number {
  const units = toMinorUnits(amount, currency);
  if (units !== undefined) return units;
  throw badUserInput(
    `filter.${name} must be an amount of ${currency.code}: at most ${currency.decimals} decimals.`,
  );
}

/**
 * The conditions of a filter, but for its author (search-condition.ts) and its subjects (subject-condition.ts).
 * BAD_USER_INPUT for lists beyond 100 values and for prices that the currency does not have.
 */
export const filterConditions = (filter: BookFilter, currency: Currency): Conditions => [
  ...given(filter.sellerId, id => is('b.seller_id', isId(id) ? id : undefined)),
  ...given(filter.isbn, isbn => is('b.isbn', toIsbn13(isbn))),
  ...oneOf('languages', filter.languages, tags => isOneOf('b.language', tags), toLanguageTag),
  ...oneOf('conditions', filter.conditions, grades => isOneOf('b.book_condition', grades)),
  ...given(filter.priceMin, price => sql('b.price >= ?', minorUnits('priceMin', price, currency))),
  ...given(filter.priceMax, price => sql('b.price <= ?', minorUnits('priceMax', price, currency))),
  ...given(filter.inStock, inStock => sql('b.in_stock = ?', Number(inStock))),
];
