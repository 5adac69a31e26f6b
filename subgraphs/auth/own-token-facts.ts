import type { Database } from '../../runtime/database.ts';
import type { TokenFacts } from '../../runtime/token-verifier.ts';
import { revokedSessions } from './revoked-sessions.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What auth tells its sisters about tokens, told to itself: from its settings and its database. */
export const ownTokenFacts = (database: Database, keys: SigningKeys): TokenFacts => ({
  publicKeys: async () => keys.published,
  revokedSessions: since => revokedSessions(since, database.fork()),
});
