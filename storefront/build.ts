import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWhenStale } from '../deploy/local/build-when-stale.ts';
import { compressFiles } from './compress-files.ts';
import { persistedFile } from './persisted-file.ts';
import { clientConfig, serverConfig } from './vite.config.ts';

const outsideInputs = ['../package-lock.json', '../subgraphs/purchase/country.ts'];

/**
 * Bundles the shop into dist/ beside this file: client/ for the browser, with each file compressed beside it, server/ for the
 * gateway, and the operations that the shop sends, which the gateway knows by their hash; unless that is there already, made from
 * the same inputs. Answers whether it had to build.
 * Throws what Vite throws.
 */
export const buildStorefront = (): Promise<boolean> =>
  buildWhenStale(import.meta.dirname, outsideInputs, async outDir => {
    // These need development dependencies: where the shop comes built, they need not be installed.
    const { build } = await import('vite');
    const { persistedOperations } = await import('./persisted-operations.ts');
    await build(clientConfig(join(outDir, 'client')));
    await build(serverConfig(join(outDir, 'server')));
    await compressFiles(join(outDir, 'client'));
    await writeFile(join(outDir, persistedFile), JSON.stringify(await persistedOperations(), null, 2));
  });

if (import.meta.main) {
  const built = await buildStorefront();
  console.log(built ? 'The shop is built.' : 'The shop is up to date.');
}
