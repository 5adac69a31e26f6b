import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Verdict } from '../../invariants/check-invariants.ts';
import { recordReport } from '../../invariants/record-report.ts';
import type { Database } from '../../runtime/database.ts';
import { openScratchDatabase } from '../../testing/scratch-database.ts';
import { readInvariantsReport } from './invariants-report.ts';
import { invariantsReportTable } from './invariants-report-table.ts';

let database: Database;
let url: string;

beforeAll(async () => {
  database = await openScratchDatabase('report', [invariantsReportTable]);
  url = String(database.orm.config.get('clientUrl'));
});

afterAll(() => database.close());

const read = () => readInvariantsReport(database.fork());

const figures = {
  purchasesByStatus: {},
  reservationsByStatus: {},
  undelivered: {},
  oldestUndeliveredSeconds: {},
  deadLetters: {},
  outboxEvents: {},
  inboxEvents: {},
  deletedAccounts: {},
  capturedByCurrency: {},
  refundedByCurrency: {},
};
const sound: Verdict = { violations: [], counts: { books: 7 }, figures, totals: {} };
const broken: Verdict = {
  ...sound,
  violations: Array.from({ length: 30 }, (_, index) => ({
    invariant: 'copies_add_up',
    id: `book ${index}`,
    seen: '1',
    expected: '2',
  })),
};

test('nobody has looked: there is none', async () => {
  expect(await read()).toBeNull();
});

test('of a sound store', async () => {
  await recordReport(url, { verdict: sound }, { seconds: 1.5, staleAfterSeconds: 60 });
  const report = await read();
  expect(report).toMatchObject({ isSound: true, isStale: false, failure: null, durationMilliseconds: 1500 });
  expect(Math.abs(Date.now() - (report?.checkedAt.getTime() ?? 0))).toBeLessThan(30_000);
  expect((report?.staleAt.getTime() ?? 0) - (report?.checkedAt.getTime() ?? 0)).toBe(60_000);
  expect(report?.invariants.find(({ name }) => name === 'copies_add_up')).toMatchObject({
    checked: 7,
    violated: 0,
    violations: [],
  });
});

test('of one that is not: all are counted, the first twenty named', async () => {
  await recordReport(url, { verdict: broken }, { seconds: 1, staleAfterSeconds: 60 });
  const report = await read();
  expect(report?.isSound).toBe(false);
  const found = report?.invariants.find(({ name }) => name === 'copies_add_up');
  expect(found?.violated).toBe(30);
  expect(found?.violations).toHaveLength(20);
  expect(found?.violations[0]).toEqual({ subject: 'book 0', seen: '1', expected: '2' });
});

test('of one that could not be looked at: not sound, and why', async () => {
  await recordReport(url, { failure: 'x'.repeat(600) }, { seconds: 1, staleAfterSeconds: 60 });
  expect(await read()).toMatchObject({ isSound: false, failure: 'x'.repeat(500), invariants: [] });
});

test('an old one is stale', async () => {
  await recordReport(url, { verdict: sound }, { seconds: 1, staleAfterSeconds: 0 });
  expect(await read()).toMatchObject({ isStale: true, isSound: true });
});
