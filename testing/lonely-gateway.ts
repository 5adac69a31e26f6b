import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../deploy/local/free-port.ts';
import { places } from '../deploy/local/places.ts';
import { type SubgraphName, services, subgraphs } from '../runtime/services.ts';
import { type FakeSubgraph, startFakeSubgraph } from './fake-subgraph.ts';
import { TestProcess } from './test-process.ts';

export interface LonelyGateway {
  url: string;
  process: TestProcess;
  fakes: Record<SubgraphName, FakeSubgraph>;
  stop(): Promise<void>;
}

/** A gateway for real over subgraphs that are not: each answers everything with the data given for it. */
export async function startLonelyGateway(
  name: string,
  data: Record<SubgraphName, object>,
  settings: Record<string, string> = {},
): Promise<LonelyGateway> {
  const fakes = {
    auth: await startFakeSubgraph(data.auth),
    catalog: await startFakeSubgraph(data.catalog),
    purchase: await startFakeSubgraph(data.purchase),
  };
  const port = await freePort();
  const logs = join(places.data, 'test', 'logs');
  mkdirSync(logs, { recursive: true });
  const process = new TestProcess({
    service: 'gateway',
    port,
    settings: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: String(port),
      INTERNAL_TOKEN_SECRET: 'a secret that only the services of a test store share',
      ...Object.fromEntries(subgraphs.map(each => [services[each].urlSetting, fakes[each].url])),
      ...settings,
    },
    logFile: join(logs, `${name}-gateway.log`),
  });
  process.start();
  await process.ready();
  return {
    url: `http://127.0.0.1:${port}`,
    process,
    fakes,
    async stop() {
      await process.stop();
      for (const fake of Object.values(fakes)) fake.stop();
    },
  };
}
