import { runNode } from './run-node.ts';
import { lastLines } from './run-to-end.ts';
import { StartError } from './start-error.ts';

/** Bundles the playground where that is not done yet. Throws a StartError with what the bundler said. */
export async function buildPages(signal: AbortSignal): Promise<void> {
  const { code, output } = await runNode(['gateway/playground/build.ts'], { signal });
  if (code !== 0) throw new StartError(`The playground could not be built.\n${lastLines(output)}`);
}
