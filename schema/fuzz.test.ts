import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { places } from '../deploy/local/places.ts';
import { serviceNames } from '../runtime/services.ts';
import { fuzzSeed, repeats, tellFigure } from '../testing/figures.ts';
import { brokenPromises } from '../testing/fuzz/broken-promises.ts';
import { type FuzzDocument, fuzzDocument } from '../testing/fuzz/fuzz-document.ts';
import { payloads } from '../testing/fuzz/hostile-values.ts';
import { stringPlaces } from '../testing/fuzz/string-places.ts';
import type { Answer, GraphqlClient } from '../testing/graphql-client.ts';
import { violations } from '../testing/invariants.ts';
import { errorsLoggedSince } from '../testing/log-since.ts';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../testing/operations.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';
import { apiSchemaOf } from './breaking-changes.ts';

const documents = repeats(1_000, 20_000);
const atOnce = 8;
/** Callers are made anew after so many, as what they send ends their sessions, and tokens end by themselves. */
const batch = 200;

const schema = apiSchemaOf(readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8'));
/** What may come out of hostile input: the client's mistakes, and no others. */
const fair = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_TOO_LARGE',
]);
const trace = /node_modules|\.ts:\d+|\n\s+at \S+|\bER_[A-Z_]{4,}|mysql/i;

let running: TestStore;
let store: StoreUser;
let ids: string[] = [];
const errorsOf = new Map(serviceNames.map(name => [name, errorsLoggedSince(`fuzz-${name}-0.log`)]));

beforeAll(async () => {
  const settings = { MAIL_DIR: join(places.data, 'test', 'fuzz-mail') };
  running = await startTestStore('fuzz', { settings });
  store = new StoreUser(running.description);
  const [seller, buyer] = [await store.register(), await store.register()];
  const delivery = await soundDelivery(buyer.client);
  const book = await publishBook(seller.client, { stock: 50_000 });
  const { purchase } = await purchaseBook(buyer.client, { bookId: book, delivery });
  await payPurchase(buyer.client, { purchaseId: purchase?.id });
  ids = [book, purchase?.id ?? '', seller.id, buyer.id, delivery.providerId];
});

afterAll(async () => {
  await running.stop();
});

/** What is wrong with an answer; empty when it is one that hostile input may get. */
function faultsOf({ query }: FuzzDocument, { status, data, errors }: Answer<unknown>): string[] {
  return [
    ...(status >= 500 ? [`HTTP ${status}`] : []),
    ...errors.filter(({ extensions: { code } }) => !fair.has(code)).map(error => JSON.stringify(error)),
    ...errors.filter(({ message }) => trace.test(message)).map(({ message }) => message),
    ...brokenPromises(schema, query, data),
  ];
}

// The administrator has a token, and no account that could be changed.
async function newCallers(): Promise<GraphqlClient[]> {
  return [store.nobody(), (await store.register()).client, store.person(0, 'ADMIN').client];
}

/** Sends documents by several callers, several at a time; what went wrong, with all that is needed to send it again. */
async function sendAll(all: readonly FuzzDocument[], tally: Map<string, number>): Promise<string[]> {
  const wrong: string[] = [];
  for (let at = 0; at < all.length; at += batch) {
    const callers = await newCallers();
    const waiting = all.slice(at, at + batch).map((document, index) => ({ document, index }));
    const goOn = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { document, index } = next;
        const caller = callers[index % callers.length] ?? store.nobody();
        const answer = await caller.send<unknown>(document.query, document.variables);
        const outcome = answer.errors[0]?.extensions.code ?? 'answered';
        tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
        const faults = faultsOf(document, answer);
        if (faults.length > 0)
          wrong.push(
            `${faults.join('; ')}\n${document.query}\n${JSON.stringify(document.variables).slice(0, 2_000)}`,
          );
      }
    };
    await Promise.all(Array.from({ length: atOnce }, goOn));
  }
  return wrong;
}

test(`${documents} valid documents with hostile values: no error of ours, nothing null that may not be`, async () => {
  const all = fc.sample(fuzzDocument(schema, ids), { numRuns: documents, seed: fuzzSeed });
  const tally = new Map<string, number>();
  const wrong = await sendAll(all, tally);
  tellFigure(
    `${documents} fuzzed documents (FUZZ_SEED=${fuzzSeed}): ${JSON.stringify(Object.fromEntries(tally))}, errors of ours: ${wrong.length}`,
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  // Else the documents would not reach anything.
  expect(tally.get('answered') ?? 0).toBeGreaterThan(documents / 20);
}, 3_600_000);

describe('each payload in each text that a client can send', () => {
  test('is text: no error of ours, nobody waits for it, nothing is let in by it', async () => {
    const all = stringPlaces(schema, ids).flatMap(place => payloads.map(payload => place.with(payload)));
    expect(all.length).toBeGreaterThan(2_000);
    const chosen = all.filter((_, index) => index % repeats(4, 1) === 0);
    const tally = new Map<string, number>();
    const began = performance.now();
    const wrong = await sendAll(chosen, tally);
    tellFigure(
      `payloads in texts: ${chosen.length} tried, ${JSON.stringify(Object.fromEntries(tally))}, errors of ours: ${wrong.length}; ${((performance.now() - began) / chosen.length).toFixed(1)} ms each`,
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  }, 3_600_000);

  test('wildcards stand for themselves', async () => {
    const { client } = await store.administrator();
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

test('no account got a role by it, and the store is sound', async () => {
  const administrators = await store.rows('auth', "SELECT id FROM user WHERE role = 'ADMIN'");
  expect(administrators.length).toBeGreaterThanOrEqual(1);
  for (const table of ['book', 'stock_reservation'])
    expect(await store.rows('catalog', `SELECT COUNT(*) AS count FROM ${table}`)).toHaveLength(1);
  expect(await violations(store, new Map())).toEqual([]);
});

test('no process died, and none logged an error of its own', async () => {
  for (const port of Object.values(running.description.ports[0] ?? {}))
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
  for (const [name, errors] of errorsOf)
    expect({ name, errors: errors().slice(0, 3) }).toEqual({ name, errors: [] });
});
