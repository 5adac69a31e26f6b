import { createPrivateKey } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { runNode } from '../../deploy/local/run-node.ts';
import type { Database } from '../../runtime/database.ts';
import { createLogger } from '../../runtime/logger.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type RegisteredPerson, StoreUser } from '../../testing/use-store.ts';
import { openAuthDatabase } from './database.ts';
import { leadSeconds, rotateSigningKey } from './rotate-signing-key.ts';

const patienceMilliseconds = 40_000;

let running: TestStore;
let store: StoreUser;
let database: Database;
/** Whose access token is of the first key. */
let early: RegisteredPerson;

beforeAll(async () => {
  running = await startTestStore('rotation');
  store = new StoreUser(running.description);
  early = await store.register();
  const settings = {
    DATABASE_POOL_SIZE: 10,
    STATEMENT_TIMEOUT_MS: 30_000,
    POOL_TIMEOUT_MS: 30_000,
    READER_MAX_LAG_SECONDS: 5,
    DATABASE_URL_AUTH: running.description.databases.auth,
    DATABASE_URL_AUTH_READER: [],
  };
  database = await openAuthDatabase(settings, createLogger('test', 'silent'));
});

afterAll(async () => {
  await database.close();
  await running.stop();
});

const settingsKey = () => createPrivateKey(store.description.signingKey);
const kidOf = (token = '') => jwt.decode(token, { complete: true })?.header.kid;
const sql = (statement: string) => store.rows<{ young: number }>('auth', statement);

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
    await delay(200);
  }
}

async function publishedKids(): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${store.description.ports[0]?.auth}/.well-known/jwks.json`);
  const { keys }: { keys: { kid: string }[] } = JSON.parse(await response.text());
  return keys.map(({ kid }) => kid);
}

/** Whether catalog and purchase have been told of a key. */
async function isKnown(kid = ''): Promise<boolean> {
  const told = await Promise.all(
    (['catalog', 'purchase'] as const).map(service =>
      store.rows<{ facts: string }>(service, 'SELECT facts FROM token_facts'),
    ),
  );
  return told.every(([row]) => row?.facts.includes(kid));
}

/** The codes with which catalog and purchase keep somebody out. */
const refusals = async (client: GraphqlClient): Promise<string[]> =>
  (
    await Promise.all([
      client.errorCodes('{ sessions { id } }'),
      client.errorCodes('mutation { removeBook(input: { bookId: "x" }) { userErrors { code } } }'),
      client.errorCodes('mutation { confirmDelivery(input: { purchaseId: "x" }) { userErrors { code } } }'),
    ])
  ).flat();

async function newToken(): Promise<string> {
  return (await store.register()).client.token ?? '';
}

/** People who ask all services, with old tokens and new ones, until they are told to stop; what refused them. */
function peopleAtIt(): { stop(): Promise<{ requests: number; refused: string[] }> } {
  let isOver = false;
  let requests = 0;
  const refused: string[] = [];
  const person = async () => {
    while (!isOver) {
      const { client } = await store.register();
      for (let i = 0; i < 5 && !isOver; i += 1) {
        refused.push(...(await refusals(client)));
        requests += 3;
      }
    }
  };
  const people = Promise.all([person(), person(), person()]);
  return {
    async stop() {
      isOver = true;
      await people;
      return { requests, refused };
    },
  };
}

test('a new key is published before it signs, and the one before it verifies on: nobody is refused', async () => {
  const people = peopleAtIt();
  const [first] = await publishedKids();
  const kid = await rotateSigningKey(database.fork(), { settingsKey: settingsKey() });
  await until('the new key is published', async () => (await publishedKids()).includes(kid ?? ''));
  expect(await publishedKids()).toContain(first);
  expect(kidOf(await newToken())).toBe(first);
  // The lead is cut short, but not by so much that somebody has not yet asked for the new key.
  await until('the new key is known', () => isKnown(kid));

  await sql(`UPDATE signing_key SET signs_from = signs_from - INTERVAL ${leadSeconds} SECOND`);
  await until('the new key signs', async () => kidOf(await newToken()) === kid);
  expect((await publishedKids()).sort()).toEqual([first, kid].sort());

  const { requests, refused } = await people.stop();
  expect(requests).toBeGreaterThan(100);
  expect(refused).toEqual([]);
});

test('a key whose last tokens have ended verifies no more', async () => {
  const [newest] = await publishedKids();
  const old = early.client;
  expect(kidOf(old.token)).not.toBe(newest);
  expect(await refusals(old)).toEqual([]);
  await sql('UPDATE signing_key SET verifies_until = NOW(3) WHERE verifies_until IS NOT NULL');
  await until('the old key is forgotten', async () => (await refusals(old)).length === 3);
  expect(await publishedKids()).toEqual([newest]);
});

test('auth that starts anew signs with the key that signed before', async () => {
  const [newest] = await publishedKids();
  await running.process('auth').restart();
  expect(kidOf(await newToken())).toBe(newest);
  expect(await publishedKids()).toEqual([newest]);
});

test('where a key has leaked, tokens of all others end at once', async () => {
  const { client } = await store.register();
  expect(await refusals(client)).toEqual([]);
  const kid = await rotateSigningKey(database.fork(), { settingsKey: settingsKey(), isLeak: true });
  await until('tokens of the leaked key are refused', async () => (await refusals(client)).length === 3);
  expect(await publishedKids()).toEqual([kid]);
  expect(await refusals((await store.register()).client)).toEqual([]);
});

test('several processes that find the key old make one new one', async () => {
  const old = { settingsKey: settingsKey(), olderThanDays: 90 };
  expect(await rotateSigningKey(database.fork(), old)).toBeUndefined();
  await sql('UPDATE signing_key SET created_at = created_at - INTERVAL 91 DAY');
  const made = await Promise.all(Array.from({ length: 8 }, () => rotateSigningKey(database.fork(), old)));
  expect(made.filter(kid => kid !== undefined).length).toBe(1);
});

test('a key that is too old is followed by another one as soon as auth starts', async () => {
  // One that has just started knows all keys; another may not know yet of one that was made a moment ago.
  await running.process('auth').restart();
  const before = await publishedKids();
  await sql('UPDATE signing_key SET created_at = created_at - INTERVAL 91 DAY');
  await running.process('auth').restart();
  await until('a new key is published', async () =>
    (await publishedKids()).some(kid => !before.includes(kid)),
  );
  const now = await publishedKids();
  expect(now).toEqual(expect.arrayContaining(before));
  expect(now).toHaveLength(before.length + 1);
  // One that is young stays the newest.
  await running.process('auth').restart();
  await delay(2_000);
  expect((await publishedKids()).sort()).toEqual(now.sort());
});

describe('the command', () => {
  const rotate = (...words: string[]) =>
    runNode(['rotate-key/main.ts', ...words], {
      environment: {
        PATH: process.env.PATH,
        // As the service may, and no more.
        DATABASE_URL_AUTH: running.description.serviceDatabases?.auth,
        AUTH_SIGNING_KEY: running.description.signingKey,
      },
    });
  const kidIn = (output: string) => /The key (\S+) signs/.exec(output)?.[1] ?? 'none';

  test('makes a key, which is published before it signs; nobody is signed out', async () => {
    const { client } = await store.register();
    const { code, output } = await rotate();
    expect([code, output]).toEqual([
      0,
      expect.stringContaining(`signs access tokens in ${leadSeconds} seconds`),
    ]);
    const kid = kidIn(output);
    await until('it is published', async () => (await publishedKids()).includes(kid));
    expect(kidOf(await newToken())).not.toBe(kid);
    expect(await refusals(client)).toEqual([]);
  });

  test('where a key leaked, makes one that signs at once, and ends all others', async () => {
    const { client } = await store.register();
    const { code, output } = await rotate('--leaked');
    expect(code).toBe(0);
    await until('tokens of the leaked key are refused', async () => (await refusals(client)).length === 3);
    expect(await publishedKids()).toEqual([kidIn(output)]);
    expect(await refusals((await store.register()).client)).toEqual([]);
  });

  test('says what it is for, and what it cannot make sense of', async () => {
    expect(await rotate('--help')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Changes the key/),
    });
    expect(await rotate('--leak')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/Usage: npm run rotate-key/),
    });
  });
});
