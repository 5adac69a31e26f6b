import { statementsDuring } from '../../../testing/count-statements.ts';
import { sendRequest } from '../load/send-request.ts';
import type { OurShop } from '../shops/our-shop.ts';
import { booksInTurn, type ReadOperation } from '../shops/shop.ts';
import type { BarePlan } from './plan.ts';

/** The operations that the bare server answers, and how many requests of each. */
const operations = { list: 1, book: booksInTurn } as const satisfies Partial<Record<ReadOperation, number>>;

type BareOperation = keyof typeof operations;

export const isBare = (operation: ReadOperation): operation is BareOperation => operation in operations;

const pathOf = (operation: BareOperation, number: number) => `/${operation}/${number}`;

/** The paths that stand for the requests of an operation, in their order. */
export const barePaths = (operation: BareOperation): string[] =>
  Array.from({ length: operations[operation] }, (_, number) => pathOf(operation, number));

/**
 * What the bare server is to do: the SQL that our store sends for its first requests of each operation, as the database server
 * itself was told, value by value. TEST_DATABASE_ADMIN_URL names that server.
 */
export async function observePlan(ours: OurShop): Promise<BarePlan> {
  const paths: BarePlan['paths'] = {};
  for (const operation of ['list', 'book'] as const) {
    const asked = await ours.asked(operation, []);
    for (const [number, path] of barePaths(operation).entries()) {
      const request = asked?.requests[number];
      if (!request) throw new RangeError(`There is no request ${number} of ${operation}.`);
      // Once before, for what is sent the first time alone.
      await sendRequest(ours.port, request);
      const told = await statementsDuring(ours.store.description, () => sendRequest(ours.port, request));
      const statements = Object.entries(told).flatMap(([database, all]) =>
        all.filter(text => /^\s*\(*\s*SELECT/i.test(text)).map(statement => ({ database, statement })),
      );
      if (statements.length === 0) throw new Error(`Our store sent no statement for ${operation}.`);
      paths[path] = statements;
    }
  }
  return { databases: ours.urls, paths };
}
