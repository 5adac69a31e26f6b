import type { Folders } from './folders.ts';
import { hardening } from './hardening.ts';

const handOver = (secret: string, { configuration }: Folders): string =>
  `LoadCredential=${secret}:${configuration}/secrets/${secret}\nEnvironment=${secret}_FILE=%d/${secret}`;

/**
 * How every program of the store runs, as lines of [Service]: as a user with few rights and no others, who alone is
 * given these secrets, in files that no other user can read.
 */
export const confine = (user: string, secrets: readonly string[], folders: Folders): string => `User=${user}
EnvironmentFile=-${folders.configuration}/settings.env
Environment=NODE_ENV=production
${secrets.map(secret => handOver(secret, folders)).join('\n')}
Slice=bookstore.slice
MemoryMax=1G
# Where memory runs out, this goes before the database.
OOMScoreAdjust=500
${hardening}`;
