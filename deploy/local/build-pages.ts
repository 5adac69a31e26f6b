import { runNode } from './run-node.ts';
import { lastLines } from './run-to-end.ts';
import { StartError } from './start-error.ts';

const builds = { shop: 'storefront/build.ts', playground: 'gateway/playground/build.ts' };

/** Bundles the shop and the playground where that is not done yet. Throws a StartError with what the bundler said. */
export async function buildPages(signal: AbortSignal): Promise<void> {
  for (const [name, file] of Object.entries(builds)) {
    const { code, output } = await runNode([file], { signal });
    if (code !== 0) throw new StartError(`The ${name} could not be built.\n${lastLines(output)}`);
  }
}
