import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { projectFolder } from '../../deploy/local/places.ts';
import { asvsRows, filesIn, missing, numbersIn, otherRows, section } from './security-table.ts';

const numbers = z.record(z.string(), z.array(z.string()));
const { levels } = z
  .object({ levels: z.object({ 1: numbers, 2: numbers }) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'asvs-levels.json'), 'utf8')));
const levelOf = new Map([
  ...Object.values(levels[1])
    .flat()
    .map(number => [number, 1] as const),
  ...Object.values(levels[2])
    .flat()
    .map(number => [number, 2] as const),
]);

const text = readFileSync(join(projectFolder, 'SECURITY.md'), 'utf8');
const asvs = asvsRows(text, '### What applies');
const sheet = otherRows(text, '## OWASP GraphQL cheat sheet');
const left = numbersIn(section(text, '### What does not apply'));

test('ASVS 5.0 has so many requirements of levels 1 and 2, each of its chapter', () => {
  expect(Object.values(levels[1]).flat()).toHaveLength(70);
  expect(levelOf.size).toBe(253);
  for (const level of Object.values(levels))
    for (const [chapter, ofChapter] of Object.entries(level))
      for (const number of ofChapter) expect(number.split('.')[0]).toBe(chapter);
});

test('SECURITY.md tells of each of them once, with its level', () => {
  const told = [...asvs.map(({ name }) => name), ...left];
  expect(told.filter((number, index) => told.indexOf(number) !== index)).toEqual([]);
  expect([...levelOf.keys()].filter(number => !told.includes(number))).toEqual([]);
  expect(told.filter(number => !levelOf.has(number))).toEqual([]);
  expect(asvs.filter(({ name, level }) => levelOf.get(name) !== level)).toEqual([]);
});

test('each row says whether it is met, and by what, or what is missing', () => {
  for (const { name, met, where, tests } of [...asvs, ...sheet]) {
    expect([name, met]).toEqual([name, expect.stringMatching(/^(?:yes|partly|no)$/)]);
    expect([name, where]).toEqual([name, expect.stringMatching(/\w/)]);
    if (met === 'yes') expect([name, filesIn(where).length + tests.length]).not.toEqual([name, 0]);
    if (met !== 'yes') expect([name, where]).toEqual([name, expect.stringMatching(/ .* /)]);
  }
  expect(sheet.length).toBeGreaterThan(15);
});

test('every file and every test that it names is there', () => {
  expect([...asvs, ...sheet].flatMap(row => missing(row, projectFolder))).toEqual([]);
});

test('it counts what is met', () => {
  const count = (met: string) => asvs.filter(row => row.met === met).length;
  expect(text).toContain(
    `Of ${levelOf.size} requirements ${left.length} have nothing to apply to, ${count('yes')} are met, ${count('partly')} partly, ${count('no')} not.`,
  );
});

test('what is not there is noticed', () => {
  const row = { name: '1.1.1', met: 'yes', where: '`runtime/nothing.ts`', tests: [] };
  expect(missing(row, projectFolder)).toEqual(['1.1.1: there is no runtime/nothing.ts']);
  const here = '.ci/security/security-table.test.ts';
  // In pieces: this file must not have it.
  const title = ['no', 'such', 'title'].join(' ');
  const untitled = { ...row, where: '', tests: [{ file: here, title }] };
  expect(missing(untitled, projectFolder)).toEqual([`1.1.1: ${here} has no test “${title}”`]);
  expect(numbersIn(['6.5.1–3, 10.4.2 and 1.2.3.4'])).toEqual(['6.5.1', '6.5.2', '6.5.3', '10.4.2']);
});
