import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { serviceNames } from '../../runtime/services.ts';
import { secretSettings, settingOf } from '../aws/state/secret-settings.ts';
import { plainSettings } from '../aws/store/service-settings.ts';
import { projectFolder } from '../local/places.ts';
import { serviceEnvironment } from '../local/service-environment.ts';
import { unitsOf } from '../vm/systemd/units.ts';

const text = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');

/** NAME or NAME_FILE of each setting that a target gives to some process of the store. */
type Given = ReadonlySet<string>;

function byLauncher(): Given {
  const ports = { auth: 0, catalog: 0, purchase: 0, worker: 0, gateway: 0 };
  const plan = {
    environment: {},
    ports,
    secrets: { internalTokenSecret: '-', adminPassword: '-' },
    signingKeyFile: '-',
    databases: { auth: '-', catalog: '-', purchase: '-' },
  };
  return new Set(serviceNames.flatMap(name => Object.keys(serviceEnvironment(plan, name))));
}

const image = (): Given =>
  new Set(
    /^ENV ((?:.*\\\n)*.*)/m
      .exec(text('deploy/Dockerfile'))?.[1]
      ?.matchAll(/(\w+)=/g)
      .map(([, name = '']) => name),
  );

/** By the environment of each service in a file of Compose, or of a Swarm and what adds to it, that runs our image. */
function byComposition(path: string, ...additions: string[]): Given {
  const servicesOf = (file: string): [string, { image?: string; environment?: object }][] =>
    Object.entries(parse(text(file), { merge: true }).services);
  const ours = new Set(
    servicesOf(path).flatMap(([name, { image = '' }]) =>
      /^bookstore:|BOOKSTORE_IMAGE/.test(image) ? [name] : [],
    ),
  );
  const all = [path, ...additions].flatMap(servicesOf).filter(([name]) => ours.has(name));
  return new Set(all.flatMap(([, { environment = {} }]) => Object.keys(environment)));
}

const variablesIn = (content: string): string[] =>
  Array.from(content.matchAll(/^([A-Z][A-Z0-9_]*)=/gm), ([, name = '']) => name);

/** By the `env` of containers, wherever they stand, and the ConfigMap that all have. */
function byKubernetes(): Given {
  const names = variablesIn(text('deploy/kubernetes/base/settings.env'));
  const visit = (_: unknown, value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && 'env' in value && Array.isArray(value.env))
      names.push(...value.env.map(({ name }: { name: string }) => name));
    return value;
  };
  for (const path of globSync('deploy/kubernetes/base/**/*.yaml', { cwd: projectFolder }))
    for (const document of parseAllDocuments(text(path))) JSON.stringify(document.toJS(), visit);
  return new Set(names);
}

function byUnits(): Given {
  const folders = { current: '-', releases: '-', configuration: '-', backups: '-', files: '-' };
  const units = unitsOf(folders, { storeUrl: '-', ownKeys: true });
  const lines = Object.values(units).flatMap(unit => unit.match(/^Environment=.*$/gm) ?? []);
  return new Set(
    lines.flatMap(line => Array.from(line.matchAll(/[= ]([A-Z][A-Z0-9_]*)=/g), ([, name = '']) => name)),
  );
}

function byAws(): Given {
  const flags = { emailChangeNeedsPassword: true, administratorsNeedSecondFactor: true };
  const settings = { adminEmail: '-', domain: '-', leakedPasswordsUrl: '-', ...flags };
  return new Set([
    ...serviceNames.flatMap(name => Object.keys(plainSettings(name, settings))),
    ...secretSettings.map(name => `${settingOf(name)}_FILE`),
  ]);
}

/** What each target sets by itself, as its own files say. */
export function setByTargets(): { target: string; given: Given }[] {
  const inImage = (given: Given): Given => new Set([...image(), ...given]);
  return [
    { target: '`npm start`', given: byLauncher() },
    { target: '[compose](../docker-compose.yml)', given: inImage(byComposition('docker-compose.yml')) },
    {
      target: '[Swarm](swarm/store.yml)',
      given: inImage(byComposition('deploy/swarm/store.yml', 'deploy/swarm/own-keys.yml')),
    },
    { target: '[Kubernetes](kubernetes/README.md)', given: inImage(byKubernetes()) },
    { target: '[VM](vm/README.md)', given: byUnits() },
    { target: '[AWS](aws/README.md)', given: inImage(byAws()) },
  ];
}
