import { markdownTable } from '../markdown-table.ts';
import { allSettings, type Setting } from './all-settings.ts';
import { deploymentVariables } from './deployment-variables.ts';
import { fixedLimits } from './fixed-limits.ts';
import { setByTargets } from './set-by-targets.ts';
import { settingsByProcess } from './settings-by-process.ts';

const units: [suffix: string, unit: string][] = [
  ['_MS', 'ms'],
  ['_SECONDS', 's'],
  ['_DAYS', 'days'],
];

const code = (text: string): string => `\`${text}\``;

const withUnit = (name: string, text: string): string =>
  units.reduce((said, [suffix, unit]) => (name.endsWith(suffix) ? `${said} ${unit}` : said), text);

const defaultText = (name: string, value: string | null | undefined): string =>
  value === undefined ? 'needed' : value === null ? '' : withUnit(name, code(value));

/** The default, or each with those who have it. */
function defaultCell({ name, defaults, fallbackInWords }: Setting): string {
  if (fallbackInWords) return fallbackInWords;
  const of = new Map<string, string[]>();
  for (const [process, { usual, production }] of defaults) {
    const text =
      usual === production
        ? defaultText(name, usual)
        : `${defaultText(name, usual)}, in production ${defaultText(name, production)}`;
    of.set(text, [...(of.get(text) ?? []), process]);
  }
  if (of.size === 1) return [...of.keys()].join();
  return Array.from(of, ([text, processes]) => `${text || 'none'} (${processes.join(', ')})`).join('; ');
}

const services = ['gateway', 'auth', 'catalog', 'purchase', 'worker'];

/** The processes that read a setting; the five services, where it is all of them, in a word. */
function readersCell({ defaults }: Setting): string {
  const all = [...defaults.keys()];
  if (!services.every(name => all.includes(name))) return all.join(', ');
  return ['all services', ...all.filter(name => !services.includes(name))].join(', ');
}

function settingsTable(settings: readonly Setting[]): string {
  const rows = settings.map(setting => [
    code(setting.name),
    readersCell(setting),
    defaultCell(setting),
    withUnit(setting.name, setting.values ?? 'text'),
    setting.isSecret ? 'yes' : '',
    setting.description,
  ]);
  return markdownTable(['setting', 'read by', 'default', 'values', 'secret', 'what it is for'], rows);
}

function targetsTable(settings: readonly Setting[]): string {
  const targets = setByTargets();
  const rows = settings.flatMap(({ name }) => {
    const cells = targets.map(({ given }) =>
      given.has(`${name}_FILE`) ? 'file' : given.has(name) ? 'value' : '',
    );
    return cells.some(Boolean) ? [[code(name), ...cells]] : [];
  });
  return markdownTable(['setting', ...targets.map(({ target }) => target)], rows);
}

function fixedLimitsTable(): string {
  const rows = fixedLimits().map(({ what, limit, file, why }) => [what, limit, code(file), why]);
  return markdownTable(['what', 'limit', 'in', 'why it is no setting'], rows);
}

function variablesTable(): string {
  const rows = deploymentVariables().map(({ name, file, fallback, meaning }) => [
    code(name),
    code(file),
    fallback === undefined ? 'needed' : fallback && code(fallback),
    meaning,
  ]);
  return markdownTable(['variable', 'of', 'default', 'what it is for'], rows);
}

/** deploy/SETTINGS.md. */
export function settingsPage(): string {
  const settings = allSettings(settingsByProcess);
  return `# Settings

<!-- Made by \`node deploy/settings/generate.ts\` from the code. Do not edit. -->

All come from the environment, are read once, and are checked all at once: a process that finds mistakes tells every one
of them and exits 1. **Each may instead come from a file**: \`NAME_FILE\` names it, and its last line break does not count; to
set both is a mistake. An empty value, or an empty file, is as good as none. Outside \`npm start\` secrets have no default.

What is empty under "default" is not needed, and off. Where "read by" names a command, it is \`npm run …\`, or the command
of the image of that name. Libraries read \`NODE_ENV\` too, and of OpenTelemetry's own variables its SDK reads
\`OTEL_RESOURCE_ATTRIBUTES\`, \`OTEL_EXPORTER_OTLP_TIMEOUT\` and \`OTEL_EXPORTER_OTLP_COMPRESSION\`: these three by themselves,
and so not from files.

${settingsTable(settings)}

## What is fixed on purpose

These limits are no settings: something else relies on the number, or nobody has a reason to change it.

${fixedLimitsTable()}

## What each target sets by itself

"file": it comes from a secret, by \`NAME_FILE\` (to AWS's one-off tasks as a variable); "value": it stands in the target's files, or in the image; empty: the default
is good. To change another one:

- \`npm start\`: set it in front of the command. What you set wins.
- compose: the \`environment\` of the service, in a \`docker-compose.override.yml\`. [Swarm](swarm/README.md): likewise, in a file
  that \`OVERRIDES\` names.
- [Kubernetes](kubernetes/README.md): a line in \`base/settings.env\`, or a patch in your overlay.
- [VM](vm/README.md): a line in \`/etc/bookstore/settings.env\`, and \`install.sh\` once more.
- [AWS](aws/README.md): \`store/service-settings.ts\`; what differs between deployments is in \`cdk.json\`.

${targetsTable(settings)}

## Variables of the deployments' own files

They are no settings of the store's processes, but of the files that start them; \`NAME_FILE\` does nothing for them. Those of
\`deploy/vm/tell.sh\` stand in \`/etc/bookstore/settings.env\`. Kubernetes has [account.env](kubernetes/overlays/eks/account.env),
AWS [cdk.json](aws/cdk.json), and a VM the options of [install.sh](vm/README.md).

${variablesTable()}
`;
}
