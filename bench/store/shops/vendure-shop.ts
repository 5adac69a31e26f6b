import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { DatabaseServer } from '../../../deploy/local/database-server.ts';
import { freePort } from '../../../deploy/local/free-port.ts';
import { untilAnswered } from '../../contenders/until-answered.ts';
import { graphqlRequest } from '../../load/sent-request.ts';
import { sendRequest } from '../load/send-request.ts';
import { shopNames } from '../store-parts.ts';
import type { Shop } from './shop.ts';
import { openSessions, vendureCheckout } from './vendure-checkout.ts';
import { startVendureProgram, vendureDatabaseUrl, vendureVersion } from './vendure-place.ts';
import { askVendure, searchVendure } from './vendure-requests.ts';

/** Vendure, running, for the bench. */
export interface VendureShop extends Shop {
  version: string;
}

async function startAll(
  server: DatabaseServer,
  { port, folder, books }: { port: number; folder: string; books: number },
): Promise<ChildProcess[]> {
  const children: ChildProcess[] = [];
  try {
    for (const program of ['server.mjs', 'worker.mjs']) {
      const logFile = join(folder, `vendure-${program}.log`);
      const child = startVendureProgram(server, { program, books, port, logFile });
      children.push(child);
      // The worker, which is told the same port, listens nowhere: it is ready some time after the server.
      if (program === 'server.mjs')
        await untilAnswered({ what: 'Vendure', child, logFile }, async () => {
          await sendRequest(port, graphqlRequest('{ activeChannel { id } }', {}, { path: '/shop-api' }));
          return true;
        });
    }
    return children;
  } catch (error) {
    for (const child of children) child.kill('SIGKILL');
    throw error;
  }
}

/** Starts Vendure's server and worker on the database server of our store, where a database with so many books was filled. */
export async function startVendureShop({
  server,
  folder,
  books,
}: {
  server: DatabaseServer;
  folder: string;
  books: number;
}): Promise<VendureShop> {
  const port = await freePort();
  const [main, worker] = await startAll(server, { port, folder, books });
  const databaseUrl = vendureDatabaseUrl(server, books);
  let sessions: ReturnType<typeof openSessions> | undefined;
  return {
    name: shopNames.vendure,
    version: vendureVersion(),
    port,
    pids: new Map([
      ['server', main?.pid ?? 0],
      ['worker', worker?.pid ?? 0],
      ['database', server.pid],
    ]),
    asked: (operation, words) => askVendure(databaseUrl, operation, words),
    search: word => searchVendure(port, word),
    async checkout(what) {
      sessions ??= openSessions(port);
      return vendureCheckout({ port, databaseUrl }, await sessions, what);
    },
    async stop() {
      for (const child of [main, worker]) child?.kill('SIGKILL');
    },
  };
}
