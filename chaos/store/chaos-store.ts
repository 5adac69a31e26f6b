import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { migrateDatabases } from '../../deploy/local/migrate.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { databaseSetting, subgraphs } from '../../runtime/services.ts';
import { type Broker, startBroker } from '../../testing/broker.ts';
import { startDatabases } from './databases.ts';
import { startEntrances } from './entrances.ts';
import { Links } from './links.ts';
import { brokerName, databaseName } from './parts.ts';
import { pauseProcess } from './pause-process.ts';
import { startProcesses } from './processes.ts';
import { newSecrets } from './settings.ts';

const brokerPauseMilliseconds = 1_000;

export interface ChaosStore {
  /** Base URL of the NGINX before the gateways. */
  url: string;
  /** Straight to the database servers. */
  databases: DatabaseUrls;
  signingKey: string;
  links: Links;
  /** Ends a part (see partNames) by SIGKILL; resolves when its supervisor starts it again. */
  kill(part: string): Promise<void>;
  /** Keeps a part from running for so long; resolves when it goes on. */
  pause(part: string, milliseconds: number): Promise<void>;
  /** The processes that are not ready now. */
  notReady(): Promise<string[]>;
  stop(): Promise<void>;
}

async function killBroker(broker: Broker, log: (line: string) => void): Promise<void> {
  await broker.kill();
  await delay(brokerPauseMilliseconds);
  broker.start().catch(error => log(`the broker does not start again: ${reasonOf(error)}`));
}

/**
 * Starts a whole store with everything of its in `folder`: a database server for each subgraph, a broker where
 * one is wanted, two processes of each service, NGINX before the gateways and before each subgraph's processes,
 * and links between them all that can be cut.
 */
export async function startChaosStore(options: { folder: string; hasBroker: boolean }): Promise<ChaosStore> {
  const { folder, hasBroker } = options;
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const log = (line: string) =>
    appendFileSync(join(folder, 'logs', 'parts.log'), `${new Date().toISOString()} ${line}\n`);
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const takeBack of undo.splice(0).reverse()) await takeBack();
  };
  try {
    const databases = await startDatabases(folder, log, undo);
    const broker = hasBroker ? await startBroker({ folder: join(folder, 'broker') }) : undefined;
    if (broker) undo.push(() => broker.stop());
    const entrances = await startEntrances(folder, undo);
    const links = new Links();
    undo.push(async () => links.close());
    await links.open({
      subgraphPorts: entrances.subgraphPorts,
      databaseUrls: databases.urls,
      brokerUrl: broker?.url,
    });
    const secrets = newSecrets();
    const urls = Object.fromEntries(subgraphs.map(name => [databaseSetting(name), databases.urls[name]]));
    await migrateDatabases({ ...process.env, ...urls }, AbortSignal.timeout(120_000));
    const processes = await startProcesses({ folder, links, secrets, ports: entrances.processPorts }, undo);

    const pidOf = (part: string): number => {
      const subgraph = subgraphs.find(name => databaseName(name) === part);
      const found = subgraph ? databases.servers.get(subgraph) : (processes.get(part) ?? broker);
      if (!found) throw new RangeError(`There is no ${part}.`);
      return found.pid;
    };
    return {
      url: entrances.url,
      databases: databases.urls,
      signingKey: secrets.signingKey,
      links,
      async kill(part) {
        log(`killing ${part}`);
        if (part === brokerName && broker) return killBroker(broker, log);
        const found = processes.get(part);
        if (found) await found.kill();
        else process.kill(pidOf(part), 'SIGKILL');
      },
      async pause(part, milliseconds) {
        log(`pausing ${part}`);
        await pauseProcess(pidOf(part), milliseconds);
        log(`${part} goes on`);
      },
      async notReady() {
        const answers = await Promise.all(
          [...processes].map(async ([name, each]) =>
            (await each.whyNotReady()) === undefined ? [] : [name],
          ),
        );
        return answers.flat();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
