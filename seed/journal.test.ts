import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { openJournal } from './journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
const file = join(folder, 'deep', 'a.journal');
beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

test('a new journal knows no row, and no earlier run', () => {
  const journal = openJournal(file);
  expect(journal.interrupted).toBe(false);
  expect(journal.has(1)).toBe(false);
  expect(journal.bookIds.size).toBe(0);
  journal.end();
});

test('what was noted is there in the next run, whether or not the last one ended', () => {
  const first = openJournal(file);
  first.record(3, 'b3');
  expect(first.has(3)).toBe(true);
  const second = openJournal(file);
  expect(second.interrupted).toBe(true);
  expect([second.has(3), second.has(4)]).toEqual([true, false]);
  expect([...second.bookIds]).toEqual(['b3']);
  second.record(4, 'b4');
  second.end();
  const third = openJournal(file);
  expect(third.interrupted).toBe(false);
  expect([...third.bookIds]).toEqual(['b3', 'b4']);
  third.end();
});

test('a run that ended before it noted a row was interrupted too', () => {
  openJournal(file).end();
  openJournal(file);
  const next = openJournal(file);
  expect(next.interrupted).toBe(true);
  next.end();
});

test('a line that was being written when its process died counts for nothing', () => {
  openJournal(file).record(1, 'b1');
  appendFileSync(file, '2 b');
  const journal = openJournal(file);
  expect([journal.has(1), journal.has(2)]).toEqual([true, false]);
  journal.record(2, 'b22');
  journal.end();
  expect(readFileSync(file, 'utf8')).toBe('begin\n1 b1\nbegin\n2 b22\nend\n');
});
