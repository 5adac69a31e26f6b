import { join } from 'node:path';
import { type DatabaseServer, startDatabaseServer } from '../../deploy/local/database-server.ts';
import { createDatabases, type DatabaseUrls } from '../../deploy/local/databases.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';

export interface Databases {
  servers: ReadonlyMap<SubgraphName, DatabaseServer>;
  /** Straight to the servers. */
  urls: DatabaseUrls;
}

/**
 * Starts a database server of its own for each subgraph, one after the other, and registers how each is stopped.
 * A server that dies is started again at once.
 */
export async function startDatabases(
  folder: string,
  log: (line: string) => void,
  undo: (() => Promise<void>)[],
): Promise<Databases> {
  const servers = new Map<SubgraphName, DatabaseServer>();
  const urls: DatabaseUrls = { auth: '', catalog: '', purchase: '' };
  for (const name of subgraphs) {
    const server = await startDatabaseServer({
      folder: join(folder, name),
      durable: false,
      log: line => log(`database of ${name}: ${line}`),
    });
    undo.push(() => server.stop());
    servers.set(name, server);
    const passwordFile = join(folder, name, 'passwords.json');
    urls[name] = (await createDatabases({ adminUrl: server.adminUrl, passwordFile, prefix: 'chaos' }))[name];
  }
  return { servers, urls };
}
