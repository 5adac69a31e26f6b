import type { FastifyInstance } from 'fastify';
import type { InternalKeys } from './internal-keys.ts';
import { digestOf, verifyProof } from './internal-token.ts';
import type { SubgraphName } from './services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The service that sends it, as it has proved; empty where nothing is proved. */
    sister: string;
    /** The digest that its body must have; null where nobody says. */
    provenBody: string | null;
  }
}

class OtherBody extends Error {
  readonly statusCode = 401;

  constructor() {
    super('The body is not the one that was proved.');
  }
}

/**
 * Has every request to a subgraph tell which service sends it (`request.sister`); whether that one may is for the routes to
 * say. A JSON body that is not the one of the proof is refused.
 */
export function provenSisters(app: FastifyInstance, keys: InternalKeys, name: SubgraphName): void {
  app.decorateRequest('sister', '');
  app.decorateRequest('provenBody', null);
  app.addHook('onRequest', (request, _reply, done) => {
    const proof = verifyProof(keys, name, request.headers, { method: request.method, path: request.url });
    request.sister = proof?.sister ?? '';
    request.provenBody = proof?.body ?? null;
    done();
  });
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    const body = text.toString();
    if (request.provenBody !== null && request.provenBody !== digestOf(body)) done(new OtherBody());
    else parse(request, body, done);
  });
}
