import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../../../runtime/reason-of.ts';
import { projectFolder } from '../../local/places.ts';
import { runToEnd } from '../../local/run-to-end.ts';
import type { StoreObjects } from './store-objects.ts';

type StoreObject = StoreObjects[keyof StoreObjects][number];

const customKinds: Record<string, string> = {
  'external-secrets.io': '@kubernetes-models/external-secrets/external-secrets.io',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator/monitoring.coreos.com',
};

function moduleOf({ apiVersion }: StoreObject): string {
  const [group = '', version] = apiVersion.split('/');
  if (version === undefined) return `kubernetes-models/${group}`;
  const custom = customKinds[group];
  return custom ? `${custom}/${version}` : `kubernetes-models/${apiVersion}`;
}

// Where a file must be to find the types.
const installed = join(import.meta.dirname, '..', 'node_modules');

const titleOf = ({ kind, metadata }: StoreObject): string => `${kind} ${metadata?.name}`;

const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', skipLibCheck: true, types: [] };

/** Each object as a literal of its type: TypeScript refuses a field that the type lacks, and misses one that it needs. */
const literal = (object: StoreObject, index: number): string =>
  `import type { I${object.kind} as Type${index} } from '${moduleOf(object)}';
export const object${index}: Type${index} = ${JSON.stringify(object)};`;

async function unknownFields(objects: StoreObject[]): Promise<string[]> {
  const folder = await mkdtemp(join(installed, '.types-'));
  try {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: objects.map((_, index) => `${index}.ts`) }),
    );
    for (const [index, object] of objects.entries())
      await writeFile(join(folder, `${index}.ts`), literal(object, index));
    const tsc = join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc');
    const { output } = await runToEnd({ program: process.execPath, args: [tsc, '-p', folder], folder });
    return output.split('\n').flatMap(line => {
      const found = /^(\d+)\.ts\S* error TS\d+: (.*)$/.exec(line);
      const object = objects[Number(found?.[1])];
      return object ? `${titleOf(object)}: ${found?.[2]}` : line.startsWith('error') ? line : [];
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function wrongValues(object: StoreObject): Promise<string[]> {
  const models: Record<string, unknown> = await import(moduleOf(object));
  const model = models[object.kind];
  if (typeof model !== 'function') return [`${titleOf(object)}: ${object.apiVersion} has no such kind`];
  try {
    Reflect.construct(model, [object]).validate();
    return [];
  } catch (error) {
    return [`${titleOf(object)}: ${reasonOf(error)}`];
  }
}

/**
 * What is wrong with the objects by the OpenAPI of Kubernetes (and the CRDs of External Secrets and the Prometheus
 * Operator): fields that do not exist or are missing, and values that are of another type, form or range.
 */
export async function schemaProblems(objects: StoreObjects): Promise<string[]> {
  const all = Object.values(objects).flat();
  const wrong = await Promise.all(all.map(wrongValues));
  return [...(await unknownFields(all)), ...wrong.flat()];
}
