import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDatabases } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { countStatements, noteStatements } from './general-log.ts';
import { Replication } from './replication.ts';
import { startTestStore, type TestStore } from './test-store.ts';

/** For a server that starts, a replica that catches up, and a few looks at it, on a busy machine. */
const patienceMilliseconds = 30_000;

/** Nothing ever listens at this port. */
const closedPort = '1';

/** A reader of a database that is down for ever. */
function deadReader(url: string): string {
  const moved = new URL(url);
  moved.port = closedPort;
  return moved.href;
}

/**
 * A store of two lanes whose databases have two readers each: one that is down for ever, and one on a server that copies the
 * writers'.
 */
export class ReplicatedStore {
  readonly #name: string;
  readonly replication: Replication;
  readonly running: TestStore;

  private constructor(name: string, replication: Replication, running: TestStore) {
    this.#name = name;
    this.replication = replication;
    this.running = running;
  }

  /** Starts it; the readers that live are in use, and both servers note what they are sent. */
  static async start(name: string, maxLagSeconds: number): Promise<ReplicatedStore> {
    const replication = await Replication.start(name);
    try {
      const passwordFile = join(places.data, 'test', `passwords-${name}.json`);
      const { adminUrl } = replication.source;
      const databases = await createDatabases({ adminUrl, passwordFile, prefix: name });
      const readers = (url: string) => [deadReader(url), replication.atReplica(url)].join(',');
      const settings = {
        READER_MAX_LAG_SECONDS: String(maxLagSeconds),
        DATABASE_URL_AUTH_READER: readers(databases.auth),
        DATABASE_URL_CATALOG_READER: readers(databases.catalog),
        DATABASE_URL_PURCHASE_READER: readers(databases.purchase),
      };
      const running = await startTestStore(name, { lanes: 2, databases, settings });
      const store = new ReplicatedStore(name, replication, running);
      await noteStatements(replication.source);
      await noteStatements(replication.replica);
      await store.readersAre('ok');
      return store;
    } catch (error) {
      await replication.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.replication.stop();
  }

  /** Resolves when every process that has readers tells this of them at /ready. */
  async readersAre(expected: 'ok' | 'left out'): Promise<void> {
    const { ports } = this.running.description;
    const asked = ports.flatMap(({ catalog, purchase }) => [catalog, purchase]).concat(ports[0]?.auth ?? []);
    const deadline = Date.now() + patienceMilliseconds;
    for (;;) {
      const told = await Promise.all(asked.map(readersAt));
      if (told.every(state => state === expected)) return;
      if (Date.now() > deadline) throw new Error(`the readers are ${told.join(', ')}`);
      await delay(100);
    }
  }

  /** Which servers were sent a statement that contains this text. */
  async serversAsked(text: string): Promise<string[]> {
    const { source, replica } = this.replication;
    const ofSource = await countStatements(source, this.#name, text);
    const ofReplica = await countStatements(replica, this.#name, text);
    return [...(ofSource > 0 ? ['writer'] : []), ...(ofReplica > 0 ? ['reader'] : [])];
  }
}

async function readersAt(port: number): Promise<string | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/ready`);
  const { checks }: { checks: Record<string, string> } = JSON.parse(await response.text());
  return checks.readers;
}
