import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { places } from '../../deploy/local/places.ts';
import { repeats, tellFigure } from '../../testing/figures.ts';
import { LeakedPasswordsServer } from '../../testing/leaked-passwords-server.ts';
import { median } from '../../testing/median.ts';
import { rankTest } from '../../testing/rank-test.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const each = repeats(100, 1_000);

/**
 * Told apart is what a rank test finds (beyond 3.29 deviations, which chance alone does in one of a thousand) and is also
 * worth a look: half a millisecond between the medians, below which what a network adds to each answer hides it from whoever
 * asks less than many thousand times, which GUESSES_PER_NETWORK and the wait of accounts see to.
 */
const chanceAlone = 3.29;
const worthALookMilliseconds = 0.5;

let leaked: LeakedPasswordsServer;
let running: TestStore;
let store: StoreUser;
const known: string[] = [];

beforeAll(async () => {
  leaked = await LeakedPasswordsServer.start();
  const settings = {
    REGISTRATION_BY_MAIL: 'true',
    MAIL_DIR: join(places.data, 'test', 'told-apart-mail'),
    LEAKED_PASSWORDS_URL: leaked.url,
  };
  running = await startTestStore('told_apart', { settings });
  store = new StoreUser(running.description);
  for (let made = 0; made < each; made += 1) {
    const email = `${randomUUID()}@reader.example`;
    await store.rows(
      'auth',
      `INSERT INTO user (id, name, email, email_key, password_hash, role, created_at)
       SELECT ?, 'Somebody', ?, ?, password_hash, 'CUSTOMER', NOW(3) FROM user WHERE role = 'ADMIN' LIMIT 1`,
      [randomUUID(), email, email],
    );
    known.push(email);
  }
});

afterAll(async () => {
  await running.stop();
  await leaked.stop();
});

const verbs: Record<string, (email: string) => object> = {
  login: email => ({ email, password: 'not the right one' }),
  requestPasswordReset: email => ({ email }),
  register: email => ({ name: 'Somebody', email, password: 'a quiet shelf of old books' }),
};

interface Asked {
  milliseconds: number;
  /** Status, headers and body, but for what is another one each time. */
  said: string;
}

async function ask(verb: string, input: object): Promise<Asked> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const selection = verb === 'requestPasswordReset' ? '' : 'user { id } tokens { accessToken }';
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { ${selection} userErrors { code message field } } }`;
  const since = performance.now();
  const response = await fetch(`${store.nobody().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const body = await response.text();
  const milliseconds = performance.now() - since;
  const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { milliseconds, said: JSON.stringify([response.status, headers, body]) };
}

test.each(Object.keys(verbs))(
  'whether an address has an account is not told by %s: neither in words nor by status nor by time',
  async verb => {
    const took = { known: [] as number[], unknown: [] as number[] };
    const said = new Set<string>();
    const inputOf = verbs[verb];
    if (!inputOf) throw new Error(`There is no ${verb}.`);
    await ask(verb, inputOf(`${randomUUID()}@reader.example`));
    for (const email of known) {
      const pair = [
        { kind: 'known', email },
        { kind: 'unknown', email: `${randomUUID()}@reader.example` },
      ] as const;
      // In an order that is another one each time, so that what one leaves to do later weighs on both alike.
      for (const { kind, email: asked } of Math.random() < 0.5 ? pair : pair.toReversed()) {
        const answer = await ask(verb, inputOf(asked));
        took[kind].push(answer.milliseconds);
        said.add(answer.said);
      }
    }
    expect([...said]).toHaveLength(1);
    const { chance, z } = rankTest(took.known, took.unknown);
    const difference = median(took.known) - median(took.unknown);
    tellFigure(
      `${verb}, ${each} addresses with and ${each} without an account: ${median(took.known).toFixed(2)} and ${median(took.unknown).toFixed(2)} ms in the middle; with one takes longer in ${(100 * chance).toFixed(1)} % of pairs (z = ${z.toFixed(2)})`,
    );
    const isToldApart = Math.abs(z) > chanceAlone && Math.abs(difference) > worthALookMilliseconds;
    expect({ verb, z, difference, isToldApart }).toMatchObject({ isToldApart: false });
  },
  900_000,
);
