import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';

const remembering = ['catalog', 'purchase'] as const;
const patienceMilliseconds = 10_000;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('token_memory');
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

/** The codes that catalog and purchase refuse this client for; empty where they let it in. */
const refusals = (client: GraphqlClient) =>
  Promise.all([
    client.errorCodes('mutation { removeBook(input: { bookId: "x" }) { userErrors { code } } }'),
    client.errorCodes('mutation { confirmDelivery(input: { purchaseId: "x" }) { userErrors { code } } }'),
  ]);

async function untilKept(sessions: number): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  const kept = async (subgraph: (typeof remembering)[number]) => {
    const [row] = await store.rows<{ facts: string }>(subgraph, 'SELECT facts FROM token_facts');
    return row ? JSON.parse(row.facts).revokedSessions.length : 0;
  };
  while ((await Promise.all(remembering.map(kept))).some(count => count < sessions)) {
    if (Date.now() > deadline) throw new Error('what auth told is not kept');
    await delay(50);
  }
}

const restart = () => Promise.all(remembering.map(name => running.process(name).restart()));

test('who is signed in stays so where a service starts while auth is down; who logged out stays out', async () => {
  const [signedIn, loggedOut] = [await store.register(), await store.register()];
  await loggedOut.client.ask('mutation { logout { userErrors { code } } }');
  await untilKept(1);
  await running.process('auth').stop('SIGKILL');

  await restart();
  expect(await refusals(signedIn.client)).toEqual([[], []]);
  expect(await refusals(loggedOut.client)).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED']]);

  for (const subgraph of remembering)
    await store.rows(subgraph, 'UPDATE token_facts SET told_at = NOW(3) - INTERVAL 301 SECOND');
  await restart();
  expect(await refusals(signedIn.client)).toEqual([['SERVICE_UNAVAILABLE'], ['SERVICE_UNAVAILABLE']]);
});
