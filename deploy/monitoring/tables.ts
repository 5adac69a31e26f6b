import { markdownTable } from '../markdown-table.ts';
import { allRules } from './alert-rules.ts';
import { catalogue } from './catalogue.ts';

/** The README's table of all metrics. */
export async function metricsTable(): Promise<string> {
  const rows = (await catalogue()).map(({ name, type, labels, of, help }) => [
    `\`${name}\``,
    type,
    labels.map(label => `\`${label}\``).join(' '),
    of,
    help,
  ]);
  return markdownTable(['metric', 'type', 'labels', 'of', 'what it tells'], rows);
}

const inWords = (template: string): string =>
  template.replace(/\{\{ *\$labels\.(\w+) *\}\}/g, '‹$1›').replace(/\{\{ *\$value[^}]*\}\}/g, '…');

/** The README's table of all alerts. */
export function alertsTable(): string {
  const rows = allRules().flatMap(({ alert, labels, annotations, for: time = 'at once' }) =>
    alert && labels && annotations
      ? [[alert, labels.severity, time, `[${inWords(annotations.summary)}](../../${annotations.runbook})`]]
      : [],
  );
  return markdownTable(['alert', 'for whom', 'after', 'what it says, and what to do'], rows);
}
