import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { kubectlProgram } from '../../../testing/kubectl-program.ts';
import { runToEnd } from '../../local/run-to-end.ts';

const manifests = join(import.meta.dirname, '..');

/**
 * The base with one of the components that no overlay has, from the folder of all or from that of an overlay, as kubectl renders
 * it; `besides` are files of overlays, such as `eks/ingress.yaml`, whose objects are there too. Throws what kubectl objects to.
 */
export async function renderComponent(
  component: string,
  from: 'components' | 'overlays/eks' = 'components',
  besides: readonly string[] = [],
): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bookstore-component-'));
  try {
    for (const part of new Set(['base', 'components', from]))
      await cp(join(manifests, part), join(folder, part), { recursive: true });
    await mkdir(join(folder, 'overlay'));
    for (const file of besides)
      await cp(join(manifests, 'overlays', file), join(folder, 'overlay', basename(file)));
    const resources = ['../base', ...besides.map(file => basename(file))];
    await writeFile(
      join(folder, 'overlay', 'kustomization.yaml'),
      `resources: [${resources.join(', ')}]\ncomponents: [../${from}/${component}]\n`,
    );
    const args = ['kustomize', 'overlay'];
    const { code, output } = await runToEnd({ program: kubectlProgram() ?? 'kubectl', args, folder });
    if (code !== 0) throw new Error(output);
    return parseAllDocuments(output).map(document => document.toJS());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
