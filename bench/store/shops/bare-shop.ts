import { join } from 'node:path';
import { z } from 'zod';
import type { DatabaseServer } from '../../../deploy/local/database-server.ts';
import { freePort } from '../../../deploy/local/free-port.ts';
import { startProcess } from '../../contenders/start-process.ts';
import { untilAnswered } from '../../contenders/until-answered.ts';
import { writeForClient } from '../../load/run-client.ts';
import { barePaths, isBare, observePlan } from '../bare/observe-statements.ts';
import type { OurShop } from './our-shop.ts';
import type { SeenBook, Shop } from './shop.ts';

const rows = z.array(
  z.array(
    z.looseObject({ title: z.string().optional(), price: z.coerce.number(), stock: z.number().optional() }),
  ),
);

/** The books of an answer: those of the statement that tells of the page's own; other offers come in another. */
function booksIn(answer: string): SeenBook[] {
  const books = z
    .array(z.array(z.looseObject({})))
    .parse(JSON.parse(answer))
    .filter(each => each.some(row => 'title' in row));
  const [own = []] = rows.parse(books);
  return own.map(({ title = '', price, stock = 0 }) => ({ title, cents: price, isInStock: stock > 0 }));
}

const pageSize = 20;

/** Starts the bare server over the databases of our store, with the SQL that our store sends. */
export async function startBareShop(options: {
  server: DatabaseServer;
  ours: OurShop;
  folder: string;
}): Promise<Shop> {
  const { server, ours, folder } = options;
  const planFile = writeForClient('bare-plan.json', await observePlan(ours));
  const port = await freePort();
  const logFile = join(folder, 'bare.log');
  const child = startProcess({
    command: [process.execPath, join(import.meta.dirname, '../bare/server.ts')],
    settings: { PORT: String(port), PLAN_FILE: planFile },
    logFile,
  });
  const stop = async () => {
    child.kill('SIGKILL');
  };
  await untilAnswered({ what: 'the bare server', child, logFile }, async () => {
    const response = await fetch(`http://127.0.0.1:${port}${barePaths('list')[0]}`);
    return response.ok;
  }).catch(async error => {
    await stop();
    throw error;
  });
  return {
    name: 'bare limit',
    port,
    pids: new Map([
      ['server', child.pid ?? 0],
      ['database', server.pid],
    ]),
    async asked(operation) {
      if (!isBare(operation)) return undefined;
      const requests = barePaths(operation).map(path => ({ method: 'GET' as const, path, headers: {} }));
      // Our store reads one book more than a page has, to know whether there is another page.
      return { requests, booksIn: answer => booksIn(answer).slice(0, operation === 'list' ? pageSize : 1) };
    },
    stop,
  };
}
