import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { serviceNames, services, subgraphs } from '../../../runtime/services.ts';
import { kubectlProgram } from '../../../testing/kubectl-program.ts';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { runToEnd } from '../../local/run-to-end.ts';

const manifests = join(import.meta.dirname, '..');
const folders: string[] = [];
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

const metadata = z.object({ name: z.string() });
const deployment = z.object({
  kind: z.literal('Deployment'),
  metadata,
  spec: z.object({ template: z.object({ spec: z.unknown() }) }),
});
const certificate = z.object({
  kind: z.literal('Certificate'),
  metadata,
  spec: z.object({ secretName: z.string(), dnsNames: z.array(z.string()) }),
});
const settings = z.object({ kind: z.literal('ConfigMap'), data: z.record(z.string(), z.string()) });

/** The base with the component, as kubectl renders it. cert-manager's objects are of kinds that the other checks do not know. */
async function rendered(): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bookstore-internal-tls-'));
  folders.push(folder);
  for (const part of ['base', 'components'])
    await cp(join(manifests, part), join(folder, part), { recursive: true });
  await mkdir(join(folder, 'overlay'));
  await writeFile(
    join(folder, 'overlay', 'kustomization.yaml'),
    'resources: [../base]\ncomponents: [../components/internal-tls]\n',
  );
  const args = ['kustomize', 'overlay'];
  const { code, output } = await runToEnd({ program: kubectlProgram() ?? 'kubectl', args, folder });
  if (code !== 0) throw new Error(output);
  return parseAllDocuments(output).map(document => document.toJS());
}

kubectlTest(
  'with cert-manager each service has a certificate for its name, and mounts it alone',
  async () => {
    const objects = await rendered();
    const of = <Found>(schema: z.ZodType<Found>): Found[] =>
      objects.flatMap(object => schema.safeParse(object).data ?? []);
    const certificates = of(certificate).map(each => [each.spec.secretName, each.spec.dnsNames]);
    expect(certificates.sort()).toEqual(serviceNames.map(name => [`${name}-tls`, [name]]).toSorted());
    for (const name of serviceNames) {
      const found = of(deployment).find(each => each.metadata.name === name);
      const probe = { httpGet: expect.objectContaining({ port: 'health' }) };
      expect(found?.spec.template.spec).toMatchObject({
        containers: [
          {
            env: expect.arrayContaining([
              { name: 'INTERNAL_TLS_DIR', value: '/run/internal-tls' },
              { name: 'HEALTH_PORT', value: '4090' },
            ]),
            ports: expect.arrayContaining([{ name: 'health', containerPort: 4090 }]),
            startupProbe: probe,
            readinessProbe: probe,
            livenessProbe: probe,
            volumeMounts: expect.arrayContaining([
              { name: 'internal-tls', mountPath: '/run/internal-tls', readOnly: true },
            ]),
          },
        ],
        volumes: expect.arrayContaining([
          { name: 'internal-tls', secret: { secretName: `${name}-tls`, defaultMode: 0o440 } },
        ]),
      });
    }
    const urls = subgraphs.map(name => [services[name].urlSetting, `https://${name}:${services[name].port}`]);
    expect(of(settings).map(({ data }) => data)).toContainEqual(
      expect.objectContaining(Object.fromEntries(urls)),
    );
  },
);
