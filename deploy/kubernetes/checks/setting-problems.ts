import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IContainer } from 'kubernetes-models/v1';
import { parseSettings } from '../../../runtime/settings.ts';
import { knownSettings, settingsOf } from './process-settings.ts';
import { secretFiles } from './secret-files.ts';
import { secretsOf } from './secrets.ts';
import type { StoreObjects } from './store-objects.ts';
import { type Workload, workloadsOf } from './workloads.ts';

/**
 * What a service is found by has a default for one machine, which is wrong in a cluster. A store may do without mail and
 * without asking for leaked passwords, and migrate by the services' users.
 */
const isElsewhere = (name: string): boolean =>
  /(?<!^SMTP|^LEAKED_PASSWORDS)_URL$/.test(name) ||
  /^DATABASE_(?:ADMIN_)?URL_(?!.*(?:READER|MIGRATION))/.test(name);

function problemsOf(
  objects: StoreObjects,
  workload: Workload,
  container: IContainer,
  folder: string,
): string[] {
  const { title } = workload;
  const hasKeys = container.env?.some(({ name }) => name.startsWith('INTERNAL_TOKEN_KEYS')) ?? false;
  const shape = settingsOf(container.args?.[0] ?? '', hasKeys);
  if (!shape) return [`${title} runs ${container.args?.[0]}, of which no settings are known`];
  const problems: string[] = [];
  const shared = (container.envFrom ?? []).flatMap(({ configMapRef }) =>
    objects.configMaps.filter(({ metadata }) => metadata?.name === configMapRef?.name),
  );
  const environment: Record<string, string> = Object.assign({}, ...shared.map(({ data }) => data));
  const files = secretFiles(workload, container, secretsOf(objects));
  for (const { name, value = '' } of container.env ?? []) {
    const setting = name.replace(/_FILE$/, '');
    const content = files.get(value);
    if (!(setting in shape))
      problems.push(`${title} gives ${name}, which ${container.args?.[0]} does not read`);
    else if (setting === name) environment[name] = value;
    else if (content === undefined) problems.push(`${title}: ${name} names ${value}, which no secret holds`);
    else {
      writeFileSync(join(folder, setting), content);
      environment[name] = join(folder, setting);
    }
  }
  for (const name of Object.keys(shape))
    if (isElsewhere(name) && !environment[name] && !environment[`${name}_FILE`])
      problems.push(`${title} is not given ${name}`);
  const result = parseSettings(shape, environment);
  if ('mistakes' in result) problems.push(...result.mistakes.map(mistake => `${title}: ${mistake}`));
  return problems;
}

/**
 * What is wrong with the settings that each process is given: names that it does not read, values that it does not
 * take, files that are not there, and what it needs but is not given. Read as the process itself reads them.
 */
export function settingProblems(objects: StoreObjects): string[] {
  const ours = workloadsOf({ ...objects, statefulSets: [] });
  const given = new Set(
    ours.flatMap(({ containers }) =>
      containers.flatMap(({ envFrom = [] }) => envFrom.map(({ configMapRef }) => configMapRef?.name)),
    ),
  );
  const settings = objects.configMaps.filter(({ metadata }) => given.has(metadata?.name));
  const unread = settings.flatMap(({ metadata, data = {} }) =>
    Object.keys(data).flatMap(name =>
      knownSettings.has(name) ? [] : `ConfigMap ${metadata?.name} gives ${name}, which no process reads`,
    ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'bookstore-settings-'));
  try {
    const ofPods = ours.flatMap(workload =>
      workload.containers.flatMap(container => problemsOf(objects, workload, container, folder)),
    );
    return [...unread, ...ofPods];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
