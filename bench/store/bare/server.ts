import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { z } from 'zod';
import { reasonOf } from '../../../runtime/reason-of.ts';
import { port } from '../../../runtime/setting-types.ts';
import { readSettings } from '../../../runtime/settings.ts';
import { barePlanShape } from './plan.ts';

// The least that a shop in Node can do: for a path it sends the SQL that our store was seen to send, all at once, and answers
// what a page shows of the rows as JSON.

const { PORT, PLAN_FILE } = readSettings({ PORT: port, PLAN_FILE: z.string() });
const { databases, paths } = barePlanShape.parse(JSON.parse(readFileSync(PLAN_FILE, 'utf8')));
const pools = new Map<string, Pool>(
  Object.entries(databases).map(([name, uri]) => [
    name,
    // As many as a process of our store has, and told the same of what it reads.
    createPool({ uri, connectionLimit: 20, timezone: 'Z', supportBigNumbers: true, dateStrings: true }),
  ]),
);

const shown = ({ id, title, authors, description, price, stock, name }: RowDataPacket) => ({
  ...{ id, title, authors, description, price, stock, name },
});

async function rowsOf(path: string): Promise<unknown[][]> {
  const statements = paths[path];
  if (!statements) throw new RangeError(`There is no ${path}.`);
  return Promise.all(
    statements.map(async ({ database, statement }) => {
      const [rows = []] = (await pools.get(database)?.query<RowDataPacket[]>(statement)) ?? [];
      return rows.map(shown);
    }),
  );
}

createServer(async (incoming, outgoing) => {
  try {
    const answer = Buffer.from(JSON.stringify(await rowsOf(incoming.url ?? '')));
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    outgoing.end(answer);
  } catch (error) {
    outgoing.writeHead(500).end(reasonOf(error));
  }
}).listen(PORT, '127.0.0.1');
