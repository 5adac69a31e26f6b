import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../local/places.ts';
import { runNode } from '../local/run-node.ts';
import { lastLines } from '../local/run-to-end.ts';
import { StartError } from '../local/start-error.ts';
import { findBundle, holdBundle } from './kept-bundles.ts';
import { fileOf, programs } from './programs.ts';

const maker = 'deploy/bundle/main.ts';

/** The folder of the bundle that this process starts programs from, whatever becomes of the sources meanwhile. */
let bundle: string | undefined;

const cannotBeMade = (output: string) =>
  new StartError(`The services could not be bundled.\n${lastLines(output)}`);

function makeNow(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [maker], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  if (status !== 0) throw cannotBeMade(stderr);
  return stdout.trim();
}

/**
 * The file, absolute, that starts a service or another command of the image: in the bundle of the sources as they were when this
 * process asked first, which is made where it is missing. A process so started loads a tenth of the files, and costs a third of
 * the processor's time. Throws a StartError with what the bundler said.
 */
export function entryOf(program: string): string {
  if (!Object.hasOwn(programs, program)) throw new RangeError(`There is no program ${program}.`);
  bundle ??= findBundle() ?? makeNow();
  holdBundle(bundle);
  return join(bundle, fileOf(program));
}

/** Makes the bundle where it is missing, before anybody waits for it. Rejects as entryOf throws. */
export async function prepareBundle(signal: AbortSignal): Promise<void> {
  if (findBundle()) return;
  const { code, output } = await runNode([maker], { signal });
  if (code !== 0) throw cannotBeMade(output);
}
