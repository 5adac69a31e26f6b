import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fuzzSeed, repeats, tellFigure } from '../testing/figures.ts';
import { fuzzDocument } from '../testing/fuzz/fuzz-document.ts';
import { FuzzedStore, fuzzedSchema } from '../testing/fuzz/fuzzed-store.ts';
import { violations } from '../testing/invariants.ts';

const documents = repeats(1_000, 20_000);

let fuzzed: FuzzedStore;

beforeAll(async () => {
  fuzzed = await FuzzedStore.start('fuzz');
});

afterAll(async () => {
  await fuzzed.running.stop();
});

test(`${documents} valid documents with hostile values: no error of ours, nothing null that may not be`, async () => {
  const all = fc.sample(fuzzDocument(fuzzedSchema, fuzzed.ids), { numRuns: documents, seed: fuzzSeed });
  const { tally, wrong } = await fuzzed.sendAll(all);
  tellFigure(
    `${documents} fuzzed documents (FUZZ_SEED=${fuzzSeed}): ${JSON.stringify(Object.fromEntries(tally))}, errors of ours: ${wrong.length}`,
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  // Else the documents would not reach anything.
  expect(tally.get('answered') ?? 0).toBeGreaterThan(documents / 20);
}, 3_600_000);

test('no account got a role by it, and the store is sound', async () => {
  const { store } = fuzzed;
  const administrators = await store.rows('auth', "SELECT id FROM user WHERE role = 'ADMIN'");
  expect(administrators.length).toBeGreaterThanOrEqual(1);
  for (const table of ['book', 'stock_reservation'])
    expect(await store.rows('catalog', `SELECT COUNT(*) AS count FROM ${table}`)).toHaveLength(1);
  expect(await violations(store, new Map())).toEqual([]);
});

test('no process died, and none logged an error of its own', async () => {
  expect(await fuzzed.complaints()).toEqual([]);
});
