import type { Database } from '../../runtime/database.ts';
import type { TokenFacts } from '../../runtime/token-verifier.ts';
import { revokedSessions } from './revoked-sessions.ts';
import type { SigningKey } from './signing-key.ts';

/** What auth tells its sisters about tokens, told to itself: from its settings and its database. */
export const ownTokenFacts = (database: Database, key: SigningKey): TokenFacts => ({
  publicKeys: async () => [key.publicKey],
  revokedSessions: since => revokedSessions(since, database.fork()),
});
