import { expect } from '@jest/globals';
import {
  internalKeysOf,
  internalTokenKeys,
  keysOfSecret,
  speakerOf,
} from '../../../runtime/internal-keys.ts';
import { serviceNames } from '../../../runtime/services.ts';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { renderedOnce } from './planted.ts';
import { podProblems } from './pod-problems.ts';
import { referenceProblems } from './reference-problems.ts';
import { type Overlay, overlays } from './render.ts';
import { schemaProblems } from './schema-problems.ts';
import { secretFiles } from './secret-files.ts';
import { secretsOf } from './secrets.ts';
import { settingProblems } from './setting-problems.ts';
import { workloadsOf } from './workloads.ts';

const subgraphs = ['AUTH', 'CATALOG', 'PURCHASE'];
const all = overlays.flatMap(overlay => [
  { overlay, offered: false },
  { overlay, offered: true },
]);

/** Each container by the command that it runs: the settings that it is given as files, with what is in these. */
async function givenIn(overlay: Overlay, offered: boolean) {
  const objects = await renderedOnce(overlay, offered);
  const secrets = secretsOf(objects);
  const ours = workloadsOf({ ...objects, statefulSets: [] }).flatMap(workload =>
    workload.containers.map(container => ({ workload, container })),
  );
  return ours.map(({ workload, container }) => ({
    command: container.args?.[0] ?? '',
    named: container.env?.map(({ name }) => name.replace(/_FILE$/, '')) ?? [],
    files: new Map(
      Array.from(secretFiles(workload, container, secrets), ([path, text]) => [
        path.slice(path.lastIndexOf('/') + 1),
        text,
      ]),
    ),
  }));
}

/** The commands that are told a setting, or could read it in a file. */
async function whoHas(overlay: Overlay, offered: boolean, setting: string): Promise<string[]> {
  const given = await givenIn(overlay, offered);
  return given
    .filter(({ named, files }) => named.includes(setting) || files.has(setting))
    .map(({ command }) => command)
    .sort();
}

kubectlTest.each(all)('$overlay (offered: $offered) tells no process who may change tables', async each => {
  const makers = each.overlay === 'local' ? ['create-databases'] : [];
  const migrating = each.overlay === 'local' || each.offered ? [...makers, 'migrate'] : [];
  for (const name of subgraphs) {
    expect(await whoHas(each.overlay, each.offered, `DATABASE_ADMIN_URL_${name}`)).toEqual(makers);
    expect(await whoHas(each.overlay, each.offered, `DATABASE_URL_${name}_MIGRATION`)).toEqual(migrating);
  }
});

kubectlTest.each(overlays)(
  '%s with keys of their own: no process is given the secret of all',
  async overlay => {
    expect(await whoHas(overlay, false, 'INTERNAL_TOKEN_SECRET')).toEqual([...serviceNames].sort());
    expect(await whoHas(overlay, true, 'INTERNAL_TOKEN_SECRET')).toEqual([]);
    expect(await whoHas(overlay, true, 'INTERNAL_TOKEN_KEYS')).toEqual([...serviceNames].sort());
  },
);

kubectlTest('each process can speak for itself, and to whom it asks, by keys of its own', async () => {
  const given = await givenIn('local', true);
  const { secrets } = await renderedOnce('local', true);
  const shared = secrets.find(({ metadata }) => metadata?.name === 'internal-token')?.data;
  const ofAll = keysOfSecret(Buffer.from(shared?.INTERNAL_TOKEN_SECRET ?? '', 'base64').toString());
  for (const service of serviceNames) {
    const ring = given.find(({ command }) => command === service)?.files.get('INTERNAL_TOKEN_KEYS') ?? '';
    const own = internalKeysOf({ INTERNAL_TOKEN_KEYS: internalTokenKeys.parse(ring) });
    const self = speakerOf(service);
    const catalogKey = self === 'catalog' ? own.keyOf('gateway', self) : own.keyOf(self, 'catalog');
    const expected = self === 'catalog' ? ofAll.keyOf('gateway', self) : ofAll.keyOf(self, 'catalog');
    expect(catalogKey?.export()).toEqual(expected?.export());
    expect(own.keyOf('auth', 'purchase') === undefined).toBe(!['auth', 'purchase'].includes(self));
  }
});

kubectlTest.each(overlays)('%s is sound with the components that it offers', async overlay => {
  const objects = await renderedOnce(overlay, true);
  for (const check of [podProblems, referenceProblems, settingProblems, schemaProblems])
    expect(await check(objects)).toEqual([]);
});
