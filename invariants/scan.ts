import type { SubgraphName } from '../runtime/services.ts';
import type { Subject } from './invariants.ts';
import type { Read } from './open-databases.ts';

/** Ids fall into so many buckets. The more, the fewer sound ones stand beside one that is not. */
const buckets = 32_768;

/**
 * One look at all rows of a table. Each row adds numbers to balances, by the id that it belongs to. What must agree
 * between tables, in one database or in two, adds to one side and takes from the other: over all scans of a topic
 * each balance of each id must be zero. Alarms are conditions that no row may meet without being looked at.
 */
export interface Scan {
  database: SubgraphName;
  /** A table, or several joined. */
  from: string;
  /** Which of its rows; all where it is left out. */
  where?: string;
  /** The id, in SQL. */
  id: string;
  /** Numbers in SQL, by the name of their balance. */
  balances: Record<string, string>;
  /** Conditions in SQL, which are never null. */
  alarms?: readonly string[];
  /** What its rows are, where they are to be counted. */
  counts?: Subject;
  /** Sums over all rows, by name. */
  totals?: Record<string, string>;
}

/**
 * A number that stands for a text of several parts, in SQL: texts that differ all but never have the same one. Sums are
 * of DOUBLE, which is faster than DECIMAL; they are whole numbers that it holds exactly, and where one grew too large
 * for that, no more came of it than a second look.
 */
export const fingerprint = (...parts: string[]): string =>
  `(1e0 * CRC32(CONCAT_WS(',', ${parts.join(', ')})))`;

/** A number that stands for an id, in SQL; small enough to be multiplied by what there is of it. */
export const weight = (id: string): string => `(1e0 * (CRC32(${id}) >> 8))`;

interface Row {
  key: string | number;
  n: string | number;
  [column: string]: string | number | null;
}

const bucketOf = (id: string) => `CRC32(${id}) % ${buckets}`;

const rowsOf = ({ from, where }: Scan, condition = 'TRUE'): string =>
  `FROM ${from} WHERE ${where ?? 'TRUE'} AND ${condition}`;

const columnsOf = ({ balances, alarms = [] }: Scan): string =>
  [
    ...(alarms.length > 0 ? [`SUM(${alarms.join(' OR ')}) AS alarm`] : []),
    ...Object.entries(balances).map(([name, number]) => `SUM(${number}) AS \`balance ${name}\``),
  ].join(', ');

/** Adds up what scans tell of each key, and finds the keys that do not come out at zero. */
class Ledger<Key> {
  readonly #sums = new Map<Key, Map<string, number>>();

  add(key: Key, row: Row): void {
    for (const [column, value] of Object.entries(row)) {
      if (column === 'alarm' ? Number(value) === 0 : !column.startsWith('balance ')) continue;
      const sums = this.#sums.get(key) ?? new Map<string, number>();
      this.#sums.set(key, sums.set(column, (sums.get(column) ?? 0) + Number(value)));
    }
  }

  unsettled(): Key[] {
    return [...this.#sums]
      .filter(([, sums]) => [...sums.values()].some(sum => sum !== 0))
      .map(([key]) => key);
  }
}

export interface Overview {
  /** The buckets in which something does not add up. */
  unsettled: number[];
  counts: Partial<Record<Subject, number>>;
  totals: Record<string, number>;
}

/** Looks at all rows of all scans of a topic, each once, and keeps a few numbers a bucket. */
export async function scanBuckets(read: Read, scans: readonly Scan[]): Promise<Overview> {
  const ledger = new Ledger<number>();
  const overview: Overview = { unsettled: [], counts: {}, totals: {} };
  await Promise.all(
    scans.map(async scan => {
      const totals = Object.entries(scan.totals ?? {});
      const columns = totals.map(([name, number]) => `, SUM(1e0 * ${number}) AS \`${name}\``).join('');
      const rows = await read<Row>(
        scan.database,
        `SELECT ${bucketOf(scan.id)} AS \`key\`, COUNT(*) AS n, ${columnsOf(scan)}${columns} ${rowsOf(scan)} GROUP BY \`key\``,
      );
      let count = 0;
      for (const row of rows) {
        ledger.add(Number(row.key), row);
        count += Number(row.n);
        for (const [name] of totals) overview.totals[name] = (overview.totals[name] ?? 0) + Number(row[name]);
      }
      for (const [name] of totals) overview.totals[name] ??= 0;
      if (scan.counts) overview.counts[scan.counts] = (overview.counts[scan.counts] ?? 0) + count;
    }),
  );
  overview.unsettled = ledger.unsettled();
  return overview;
}

/** The ids in some buckets that do not come out at zero. */
export async function scanIds(
  read: Read,
  scans: readonly Scan[],
  inBuckets: readonly number[],
): Promise<string[]> {
  const ledger = new Ledger<string>();
  await Promise.all(
    scans.map(async scan => {
      const rows = await read<Row>(
        scan.database,
        `SELECT ${scan.id} AS \`key\`, COUNT(*) AS n, ${columnsOf(scan)} ${rowsOf(scan, `${bucketOf(scan.id)} IN (?)`)} GROUP BY \`key\``,
        [inBuckets],
      );
      for (const row of rows) ledger.add(String(row.key), row);
    }),
  );
  return ledger.unsettled();
}
