import { existsSync } from 'node:fs';
import { entryOf } from '../bundle/entry-of.ts';
import { places } from './places.ts';
import { say, step } from './progress.ts';
import { runNode } from './run-node.ts';
import { StartError } from './start-error.ts';
import { writePrivateFile } from './write-private-file.ts';

/**
 * Fills the store at `gatewayUrl` with the demo data, once. With a database of our own, `stamp` notes that it is
 * done; otherwise the loader finds out. The store works without it: a failure is told, and tried again at the
 * next start.
 */
export async function loadDemo(
  environment: NodeJS.ProcessEnv,
  gatewayUrl: string,
  isOwnDatabase: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (isOwnDatabase && existsSync(places.demoStamp)) return;
  const load = async () => {
    const { code } = await runNode([entryOf('seed'), '--demo'], {
      environment: { ...environment, GATEWAY_URL: gatewayUrl },
      onLine: line => say(`  ${line}`),
      signal,
    });
    if (code !== 0) throw new StartError('The demo data could not be loaded: the next start tries again.');
  };
  try {
    await step('loading the demo data', load, () => 'demo data loaded');
    if (isOwnDatabase) writePrivateFile(places.demoStamp, `${new Date().toISOString()}\n`);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    say(`✗ ${error.message}`);
  }
}
