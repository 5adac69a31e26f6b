import type { RowDataPacket } from 'mysql2/promise';
import { rowsOf } from './fill/sample.ts';

/** Why a statement may do without an index. */
interface Exception {
  statement: RegExp;
  because: string;
}

/** Tables that are read from end to end. */
const scansOnPurpose: readonly Exception[] = [
  {
    statement: /^select .* from `delivery_provider` as `d0` order by/i,
    because: 'there is a handful of delivery providers, all of which are shown',
  },
  {
    statement: /FROM signing_key\b/,
    because: 'auth looks at its keys now and then, of which there are two or three',
  },
];

/** Sorting that grows with what was found. */
const sortsOnPurpose: readonly Exception[] = [
  {
    statement: /GROUP BY/,
    because:
      'values are counted over the whole result, in an index; there are as many groups to sort as values',
  },
  {
    statement: /MATCH\(b\.search_terms\)/,
    because: 'what a search found is put in an order that the full-text index does not have',
  },
  {
    statement: /SELECT s\.book_id FROM book_subject s/,
    because:
      'subjects of few books have those sorted (catalog/subject-condition.ts); those of many go by an index',
  },
];

// A page of a hundred, and the one by which it is known whether there are more. So many may be sorted.
const longestPage = 101;

/** What the optimizer tells of a table in a statement that no index serves; nothing where all is well. */
function mistakesIn(statement: string, plan: readonly RowDataPacket[]): string[] {
  const isAmong = (exceptions: readonly Exception[]) =>
    exceptions.some(each => each.statement.test(statement));
  const [mayScan, maySort] = [isAmong(scansOnPurpose), isAmong(sortsOnPurpose)];
  return plan.flatMap(row => {
    const [table, type, extra] = [row.table, row.type, row.Extra].map(value => String(value ?? ''));
    // <derived2>, <union1,2>: what the statement itself has put together.
    const isOwn = table === '' || table?.startsWith('<');
    const scans = type === 'ALL' && !isOwn && !mayScan ? [`reads all of ${table}`] : [];
    const isMuch = Number(row.rows) > longestPage;
    const sorts = extra?.includes('Using filesort') && isMuch && !isOwn && !maySort ? [`sorts ${table}`] : [];
    return [...scans, ...sorts].map(mistake => `${mistake}: ${statement}`);
  });
}

/** A line for each table that a SELECT reads from end to end, or sorts beyond a page without an index, unless it does so on purpose. */
export async function unindexedIn(databaseUrl: string, statement: string): Promise<string[]> {
  return mistakesIn(statement, await rowsOf(databaseUrl, `EXPLAIN ${statement}`));
}
