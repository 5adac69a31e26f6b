import type { Folders } from './folders.ts';

/** The least that lets Node run and speak to its neighbours. MemoryDenyWriteExecute would stop its compiler. */
const hardening = `CapabilityBoundingSet=
LockPersonality=yes
NoNewPrivileges=yes
PrivateDevices=yes
PrivateTmp=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHome=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProtectSystem=strict
RemoveIPC=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM`;

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
