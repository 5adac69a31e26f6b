import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repeats, tellFigure } from '../testing/figures.ts';
import { FuzzedStore, fuzzedSchema } from '../testing/fuzz/fuzzed-store.ts';
import { payloads } from '../testing/fuzz/hostile-values.ts';
import { stringPlaces } from '../testing/fuzz/string-places.ts';
import { violations } from '../testing/invariants.ts';

let fuzzed: FuzzedStore;

beforeAll(async () => {
  fuzzed = await FuzzedStore.start('payloads');
});

afterAll(async () => {
  await fuzzed.running.stop();
});

describe('each payload in each text that a client can send', () => {
  test('is text: no error of ours, nobody waits for it, nothing is let in by it', async () => {
    const all = stringPlaces(fuzzedSchema, fuzzed.ids).flatMap(place =>
      payloads.map(payload => place.with(payload)),
    );
    expect(all.length).toBeGreaterThan(2_000);
    const chosen = all.filter((_, index) => index % repeats(4, 1) === 0);
    const began = performance.now();
    const { tally, wrong } = await fuzzed.sendAll(chosen);
    tellFigure(
      `payloads in texts: ${chosen.length} tried, ${JSON.stringify(Object.fromEntries(tally))}, errors of ours: ${wrong.length}; ${((performance.now() - began) / chosen.length).toFixed(1)} ms each`,
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  }, 3_600_000);

  test('wildcards stand for themselves', async () => {
    const { client } = await fuzzed.store.administrator();
    // What was tried in every text before may have made a few that are called so.
    for (const query of ['%', '_', '%a', '\\', "' OR '1'='1"]) {
      const { users } = await client.ask<{ users: { nodes: { name: string; email: string }[] } }>(
        'query($q: String) { users(first: 100, query: $q) { nodes { name email } } }',
        { q: query },
      );
      const others = users.nodes.filter(
        ({ name, email }) => !name.startsWith(query) && !email.startsWith(query),
      );
      expect({ query, others }).toEqual({ query, others: [] });
    }
    const { books: called } = await client.ask<{ books: { nodes: { subjects: string[] }[] } }>(
      '{ books(first: 100, filter: { subjects: ["%"] }) { nodes { subjects } } }',
    );
    for (const { subjects } of called.nodes) expect(subjects).toContain('%');
    for (const filter of [{ languages: ['%'] }, { isbn: '%' }, { sellerId: '%' }]) {
      const { books } = await client.ask<{ books: { totalCount: number } }>(
        'query($f: BookFilter) { books(filter: $f) { totalCount } }',
        { f: filter },
      );
      expect({ filter, ...books }).toEqual({ filter, totalCount: 0 });
    }
  });
});

test('the store is sound after it, no process died, and none logged an error of its own', async () => {
  expect(await violations(fuzzed.store, new Map())).toEqual([]);
  expect(await fuzzed.complaints()).toEqual([]);
});
