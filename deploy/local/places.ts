import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

const dataFolder = join(projectFolder, '.data');

/** What the launcher keeps, all under `.data/`, which only its owner may read. */
export const places = {
  data: dataFolder,
  bundles: join(dataFolder, 'bundle'),
  databaseServer: join(dataFolder, 'mysql'),
  logs: join(dataFolder, 'logs'),
  mail: join(dataFolder, 'mail'),
  secrets: join(dataFolder, 'secrets.json'),
  signingKey: join(dataFolder, 'keys', 'auth-signing-key.pem'),
  launcherLock: join(dataFolder, 'launcher.lock'),
  runningStore: join(dataFolder, 'running.json'),
  demoStamp: join(dataFolder, 'mysql', 'demo-loaded'),
};
