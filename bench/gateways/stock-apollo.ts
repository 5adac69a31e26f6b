import '../../gateway/telemetry-off.ts';
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { contenderSettings } from './contender-settings.ts';

// Apollo's gateway as its documentation sets it up, behind the HTTP server that ours has.

const { SUPERGRAPH_FILE, PORT } = contenderSettings();
const app = Fastify();
const apollo = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl: readFileSync(SUPERGRAPH_FILE, 'utf8') }),
  plugins: [fastifyApolloDrainPlugin(app)],
});
await apollo.start();
app.route({ method: ['GET', 'POST'], url: '/graphql', handler: fastifyApolloHandler(apollo) });
await app.listen({ host: '127.0.0.1', port: PORT });
