import { z } from 'zod';
import type { SisterService } from './sister-service.ts';
import type { TokenFacts } from './token-verifier.ts';

/** Where auth publishes the keys of its tokens (RFC 7517). */
export const jwksPath = '/.well-known/jwks.json';

/** How long anybody may keep them, in seconds. */
export const jwksCacheSeconds = 60;

const keys = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const revoked = z.object({
  revokedSessions: z.array(z.object({ sessionId: z.string(), revokedAt: z.coerce.date() })),
});
const revokedQuery = 'query($since: DateTime!) { revokedSessions(since: $since) { sessionId revokedAt } }';

/** What auth tells about tokens, asked over the network. */
export const factsFromAuth = (auth: SisterService): TokenFacts => ({
  publicKeys: async () => (await auth.read(jwksPath, keys)).keys,
  revokedSessions: async since => (await auth.ask(revokedQuery, { since }, revoked)).revokedSessions,
});
