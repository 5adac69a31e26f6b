import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../deploy/local/places.ts';
import { subgraphs } from '../runtime/services.ts';
import { type Outcome, partDownRows, partDownTable } from './part-down-table.ts';

const signs: Record<string, Outcome> = { '✓': 'whole', '◐': 'partial', '–': 'refused' };

/** The cells of a row of a Markdown table. */
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim());

/** The README's table: its head, and what becomes of what each row is about. */
function readmeTable() {
  const readme = readFileSync(`${projectFolder}README.md`, 'utf8');
  const [table = ''] = readme.slice(readme.indexOf('| while this is down')).split('\n\n');
  const [head = [], , ...rows] = table.split('\n').map(cellsOf);
  const outcomes = rows.map(
    ([about = '', ...cells]) => [about, cells.map(cell => signs[cell[0] ?? ''])] as const,
  );
  return { head, outcomes: Object.fromEntries(outcomes) };
}

test('the README tells of all that is tried, and what comes of it', () => {
  const { head, outcomes } = readmeTable();
  expect(head.slice(1)).toEqual(subgraphs.map(name => `\`${name}\``));
  const tried = Object.entries(partDownRows).flatMap(([about, doings]) =>
    doings.map(doing => [about, doing, subgraphs.map(name => partDownTable[doing][name])]),
  );
  const told = Object.entries(partDownRows).flatMap(([about, doings]) =>
    doings.map(doing => [about, doing, outcomes[about]]),
  );
  expect(told).toEqual(tried);
  expect(Object.keys(outcomes)).toEqual(Object.keys(partDownRows));
  expect(Object.values(partDownRows).flat().sort()).toEqual(Object.keys(partDownTable).sort());
});
