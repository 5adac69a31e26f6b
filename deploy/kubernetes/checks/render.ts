import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { kubectlProgram } from '../../../testing/kubectl-program.ts';
import { projectFolder } from '../../local/places.ts';
import { lastLines, runToEnd } from '../../local/run-to-end.ts';
import { type StoreObjects, sortObjects } from './store-objects.ts';

const manifests = join(import.meta.dirname, '..');
const parts = ['base', 'components', 'overlays'];

// kustomize breaks long secrets into lines. Kubernetes joins them again, the validators of its OpenAPI do not.
const lineBreak = '\n';

const own = ['store', 'servers'].map(name => join(manifests, 'overlays', 'local', 'secrets', name));

/** A place to which the store is deployed. */
export const overlays = ['local', 'eks'] as const;
export type Overlay = (typeof overlays)[number];

async function run(program: string, args: string[], folder: string): Promise<string> {
  const { code, output } = await runToEnd({ program, args, folder });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}\n${lastLines(output)}`);
  return output;
}

/** Puts in the components that an overlay offers as comments. */
async function takeOffered(kustomization: string): Promise<void> {
  const text = await readFile(kustomization, 'utf8');
  await writeFile(kustomization, text.replaceAll(/^ {2}#(?=- )/gm, '  '));
}

/**
 * What is applied to a cluster: the objects of an overlay as kubectl renders them, with secrets of their own; with `offered`
 * also by the components that the overlay offers as comments. The secrets of whoever deploys from this folder are left alone.
 */
export async function render(overlay: Overlay, offered = false): Promise<StoreObjects> {
  const folder = await mkdtemp(join(tmpdir(), 'bookstore-kubernetes-'));
  const secrets = join(folder, 'overlays', 'local', 'secrets');
  try {
    for (const part of parts)
      await cp(join(manifests, part), join(folder, part), {
        recursive: true,
        filter: source => !own.includes(source),
      });
    if (offered) await takeOffered(join(folder, 'overlays', overlay, 'kustomization.yaml'));
    const makeSecrets = join(projectFolder, 'deploy', 'image', 'make-secrets.ts');
    if (overlay === 'local') await run(process.execPath, [makeSecrets, secrets], folder);
    const yaml = await run(kubectlProgram() ?? 'kubectl', ['kustomize', join('overlays', overlay)], folder);
    const objects = sortObjects(parseAllDocuments(yaml).map(document => document.toJS()));
    for (const { data = {} } of objects.secrets)
      for (const [key, value] of Object.entries(data)) data[key] = value.replaceAll(lineBreak, '');
    return objects;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
