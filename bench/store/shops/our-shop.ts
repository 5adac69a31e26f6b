import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseServer } from '../../../deploy/local/database-server.ts';
import type { DatabaseUrls } from '../../../deploy/local/databases.ts';
import { keepSigningKey } from '../../../deploy/local/secrets.ts';
import { memorySettings } from '../../../deploy/memory-settings.ts';
import { signAccessToken } from '../../../runtime/access-token.ts';
import { serviceNames } from '../../../runtime/services.ts';
import { signingKeyOf } from '../../../subgraphs/auth/signing-key.ts';
import { startTestStore, type TestStore } from '../../../testing/test-store.ts';
import { sessionIdOf } from '../fill/fill-users.ts';
import { Metrics } from '../metrics.ts';
import { ourCheckout } from './our-checkout.ts';
import { askOurs, searchOurs } from './our-requests.ts';
import type { Shop } from './shop.ts';

/** Our store as it runs in production, but that nothing is shared or cached, and that nobody is slowed down on purpose. */
const ourSettings = {
  ...memorySettings,
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  PLAYGROUND: 'false',
  SHARE_FETCHES: 'false',
  MAX_REQUESTS: '10000',
  DRAIN_SECONDS: '0',
  RECOVERY_SECONDS: '10',
  // A day of work would not rotate the key that the bench signs its tokens with.
  SIGNING_KEY_DAYS: '0',
};

/** Our store, running, for the bench. */
export interface OurShop extends Shop {
  urls: DatabaseUrls;
  store: TestStore;
  /** An access token of a user, good for five minutes. */
  tokenOf(userId: string): string;
  /** What its processes have counted since they started: of gateways, or of all that have a database. */
  metrics(of: 'gateways' | 'databases'): Promise<Metrics>;
}

/** Starts our store on databases that are filled; with replicas of every process behind NGINX where they are asked for. */
export async function startOurShop(options: {
  name: string;
  server: DatabaseServer;
  urls: DatabaseUrls;
  folder: string;
  replicas?: number;
  settings?: Record<string, string>;
}): Promise<OurShop> {
  const { name, server, urls, folder, replicas, settings = {} } = options;
  const keyFile = join(folder, 'signing-key.pem');
  keepSigningKey(keyFile);
  const pem = readFileSync(keyFile, 'utf8');
  const key = signingKeyOf(createPrivateKey(pem));
  const store = await startTestStore(`bench-${name.replaceAll(/\W+/g, '-')}`, {
    databases: urls,
    metrics: true,
    ...(replicas !== undefined && { replicas }),
    settings: { ...ourSettings, AUTH_SIGNING_KEY: pem, ...settings },
  });
  const { ports, metricsPorts = [] } = store.description;
  const lanes = ports.map((_, lane) => lane);
  const pids = lanes.flatMap(lane =>
    serviceNames.map(service => [`${service} ${lane}`, store.process(service, lane).pid] as const),
  );
  const tokenOf = (id: string) =>
    signAccessToken({ id, role: 'CUSTOMER', sessionId: sessionIdOf(id) }, key, new Date());
  const metrics = (of: 'gateways' | 'databases') =>
    Metrics.at(
      metricsPorts.flatMap(({ gateway, auth, catalog, purchase, worker }) =>
        of === 'gateways' ? [gateway] : [auth, catalog, purchase, worker],
      ),
    );
  const calls = async () => (await metrics('gateways')).sum('bookstore_part_requests_total');
  const known = { port: Number(new URL(store.description.gatewayUrls[0] ?? '').port), urls, tokenOf };
  return {
    name,
    ...known,
    store,
    pids: new Map([...pids, ['database', server.pid]]),
    metrics,
    calls,
    asked: (operation, words) => askOurs(known, operation, words),
    search: word => searchOurs(known, word),
    checkout: what => ourCheckout(known, what),
    stop: () => store.stop(),
  };
}
