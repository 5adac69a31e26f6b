import type { EntityManager } from '@mikro-orm/mysql';
import { instantOf } from '../database-time.ts';
import { badUserInput } from '../errors.ts';
import { type Connection, decodeCursor, pageSize, toConnection } from '../page.ts';
import type { RecordKind } from './record-kind.ts';

/** A record that is held on a user, as GraphQL tells it. */
export interface PersonalRecord {
  kind: string;
  /** Its place among those of its kind. */
  key: string;
  /** By the names of columns. */
  content: Record<string, unknown>;
}

type Row = Record<string, unknown> & { record_key: string };

/** The name of the list's order in its cursors. */
const order = 'personal records';

/** Ids and hashes, alone or two with a blank between. */
const isKey = (text: string): boolean => /^[0-9a-f -]{1,100}$/.test(text);

const isInstant = (column: string): boolean => /(^|_)(at|until)$/.test(column);

const toldAs = (column: string, value: unknown): unknown =>
  typeof value === 'string' && isInstant(column) ? instantOf(value).toISOString() : value;

const fromOf = ({ table, from, whose }: RecordKind): string => `FROM ${from ?? `${table} t`} WHERE ${whose}`;

async function readRecords(
  em: EntityManager,
  recordKind: RecordKind,
  userId: string,
  after: string,
  limit: number,
): Promise<PersonalRecord[]> {
  const { kind, columns, key = 't.id' } = recordKind;
  const rows = await em.execute<Row[]>(
    `SELECT ${key} AS record_key, ${columns.map(column => `t.${column}`).join(', ')}
     ${fromOf(recordKind)} AND ${key} > ? ORDER BY ${key} LIMIT ?`,
    [userId, after, limit],
  );
  return rows.map(row => ({
    kind,
    key: row.record_key,
    content: Object.fromEntries(columns.map(column => [column, toldAs(column, row[column])])),
  }));
}

async function countRecords(
  em: EntityManager,
  kinds: readonly RecordKind[],
  userId: string,
): Promise<number> {
  const counts = kinds.map(kind => `(SELECT COUNT(*) ${fromOf(kind)})`);
  const [row] = await em.execute<{ count: number | string }[]>(
    `SELECT ${counts.join(' + ')} AS count`,
    kinds.map(() => userId),
  );
  return Number(row?.count);
}

/**
 * A page of all that a subgraph's database holds on a user, kind by kind in the order of `kinds`. BAD_USER_INPUT for a cursor of
 * another list.
 */
export async function listRecords(
  em: EntityManager,
  kinds: readonly RecordKind[],
  userId: string,
  { first, after }: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<PersonalRecord>> {
  const size = pageSize(first);
  const [kindBefore, keyBefore] = after ? decodeCursor(order, ['string', 'string', 'string'], after) : [];
  const begin = kindBefore === undefined ? 0 : kinds.findIndex(({ kind }) => kind === kindBefore);
  if (begin < 0 || (after && !isKey(String(keyBefore))))
    throw badUserInput('after must be a cursor that the same list gave.');
  const records: PersonalRecord[] = [];
  for (const recordKind of kinds.slice(begin)) {
    const from = recordKind.kind === kindBefore ? String(keyBefore) : '';
    records.push(...(await readRecords(em, recordKind, userId, from, size + 1 - records.length)));
    if (records.length > size) break;
  }
  const page = { size, order, after: after != null };
  return toConnection(
    records,
    page,
    // A cursor ends in an id.
    ({ kind, key }) => [kind, key, userId],
    () => countRecords(em, kinds, userId),
  );
}
