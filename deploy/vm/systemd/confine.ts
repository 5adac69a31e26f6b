import type { Folders } from './folders.ts';
import { hardening } from './hardening.ts';

/** A setting that is a secret, by its name; with the name of the file that it is kept in, where that is another one. */
export type SecretSetting = string | { setting: string; file: string };

function handOver(secret: SecretSetting, { configuration }: Folders): string {
  const { setting, file } = typeof secret === 'string' ? { setting: secret, file: secret } : secret;
  return `LoadCredential=${setting}:${configuration}/secrets/${file}\nEnvironment=${setting}_FILE=%d/${setting}`;
}

/**
 * How every program of the store runs, as lines of [Service]: as a user with few rights and no others, who alone is
 * given these secrets, in files that no other user can read.
 */
export const confine = (
  user: string,
  secrets: readonly SecretSetting[],
  folders: Folders,
): string => `User=${user}
EnvironmentFile=-${folders.configuration}/settings.env
Environment=NODE_ENV=production
${secrets.map(secret => handOver(secret, folders)).join('\n')}
Slice=bookstore.slice
MemoryMax=1G
# Where memory runs out, this goes before the database.
OOMScoreAdjust=500
${hardening}`;
