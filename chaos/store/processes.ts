import { join } from 'node:path';
import { allEnded } from '../../deploy/local/all-ended.ts';
import { serviceNames, services } from '../../runtime/services.ts';
import { type KeptProcess, keepProcess } from './kept-process.ts';
import type { Links } from './links.ts';
import { processName, replicas } from './parts.ts';
import { type StoreSecrets, settingsOf } from './settings.ts';

/** Starts two processes of each service and resolves, when all are ready, with them by name. */
export async function startProcesses(
  plan: { folder: string; links: Links; secrets: StoreSecrets; ports: ReadonlyMap<string, number> },
  undo: (() => Promise<void>)[],
): Promise<ReadonlyMap<string, KeptProcess>> {
  const { folder, links, secrets, ports } = plan;
  const processes = new Map<string, KeptProcess>();
  undo.push(async () => {
    await allEnded([...processes.values()].map(each => each.stop()));
  });
  for (const service of serviceNames)
    for (const replica of replicas) {
      const name = processName(service, replica);
      const port = ports.get(name) ?? 0;
      const settings = {
        ...settingsOf(service, secrets, processes.size),
        ...links.settingsOf(service, replica),
        [services[service].portSetting]: String(port),
        FILES_DIR: join(folder, 'files'),
      };
      const logFile = join(folder, 'logs', `${name.replace(' ', '-')}.log`);
      processes.set(name, keepProcess({ service, port, settings, logFile }));
    }
  await allEnded([...processes.values()].map(each => each.ready()));
  return processes;
}
