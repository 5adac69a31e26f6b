import './telemetry-off.ts';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { closeOnSignal, exitOnUncaught } from '../runtime/close-on-signal.ts';
import { createHttpServer } from '../runtime/http-server.ts';
import { InternalTokens } from '../runtime/internal-token.ts';
import { listen } from '../runtime/listen.ts';
import { createLogger } from '../runtime/logger.ts';
import { services, subgraphs } from '../runtime/services.ts';
import { readSettings } from '../runtime/settings.ts';
import { SisterService } from '../runtime/sister-service.ts';
import { registerStorefront } from '../storefront/routes.ts';
import { createContext } from './context.ts';
import { gatewaySettings } from './env.ts';
import { createGateway } from './gateway.ts';
import { registerPlayground } from './playground/routes.ts';
import { SubgraphDataSource } from './subgraph-data-source.ts';

const settings = readSettings(gatewaySettings);
const logger = createLogger('gateway', settings.LOG_LEVEL);
exitOnUncaught(logger);

const tokens = new InternalTokens(settings.INTERNAL_TOKEN_SECRET, 'gateway');
const urlOf = (name: (typeof subgraphs)[number]) => settings[services[name].urlSetting];
const dataSources = new Map(
  subgraphs.map(name => {
    const timeoutMilliseconds = settings.SUBGRAPH_TIMEOUT_MS;
    return [
      name,
      new SubgraphDataSource({ name, url: urlOf(name), tokens, timeoutMilliseconds, logger }),
    ] as const;
  }),
);
const sisters = subgraphs.map(name => ({ name, sister: new SisterService(name, urlOf(name), tokens) }));

const apollo = await createGateway({ subgraphs: dataSources, introspection: settings.PLAYGROUND, logger });
const app = createHttpServer({
  logger,
  trustRequestId: false,
  checks: [
    ...sisters.map(({ name, sister }) => ({ name, vital: false, probe: () => sister.isAlive() })),
    {
      name: 'any subgraph',
      vital: true,
      probe: () => Promise.any(sisters.map(({ sister }) => sister.isAlive())),
    },
  ],
});
if (settings.PLAYGROUND) registerPlayground(app);
registerStorefront(app);
app.route({
  method: ['GET', 'POST'],
  url: '/graphql',
  handler: fastifyApolloHandler(apollo, { context: async request => createContext(request) }),
});

closeOnSignal(logger, [
  () => app.close(),
  () => apollo.stop(),
  () =>
    Promise.all([...dataSources.values(), ...sisters.map(({ sister }) => sister)].map(part => part.close())),
]);
await listen(app, 'gateway', settings.HOST, settings.PORT);
