import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboard } from './dashboard/dashboard.ts';
import { alertsTable, metricsTable } from './tables.ts';

// Makes the dashboard's JSON and the tables in the README; with --check it only says which of them are stale, and exits 1.

const path = (...parts: string[]) => join(import.meta.dirname, ...parts);

/** A text with what stands between the two marks of a name replaced. */
function between(text: string, name: string, content: string): string {
  const [begin, end] = [
    `<!-- ${name}: made by node deploy/monitoring/generate.ts -->`,
    `<!-- end of ${name} -->`,
  ];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The README lacks the marks of ${name}.`);
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}

const readme = path('README.md');
const withMetrics = between(readFileSync(readme, 'utf8'), 'metrics', await metricsTable());
const made = new Map([
  [readme, between(withMetrics, 'alerts', alertsTable())],
  [path('grafana', 'dashboards', 'bookstore.json'), `${JSON.stringify(dashboard(), null, 2)}\n`],
]);

const contentOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

for (const [file, content] of made) {
  if (contentOf(file) === content) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is stale: npm run check -- --fix makes it anew.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, content);
    console.log(`${file} made`);
  }
}
