import type { Folders } from './folders.ts';

/**
 * The unit of a process that stays as long as the store does, and is started again however often it ends. `run` is the
 * file of the project that it runs, with its arguments; `conditions` and `service` are further lines of the two sections.
 */
export const stayingUnit = (unit: {
  description: string;
  folders: Folders;
  run: string;
  conditions?: string;
  service: string;
  restartSeconds: number;
}): string => `[Unit]
Description=Bookstore: ${unit.description}
After=network.target mariadb.service
PartOf=bookstore.target
StartLimitIntervalSec=0
${unit.conditions ?? ''}
[Service]
Type=exec
WorkingDirectory=${unit.folders.current}
ExecStart=${unit.folders.current}/node_modules/.bin/node ${unit.run}
${unit.service}
Restart=always
RestartSec=${unit.restartSeconds}
`;
