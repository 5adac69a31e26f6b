import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { isFull, tellFigure } from '../testing/figures.ts';
import { GraphqlClient } from '../testing/graphql-client.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';
import { median } from '../testing/median.ts';
import { slowDocuments } from '../testing/slow-documents.ts';

/** On a machine that does other things too, as in most runs of the tests, ten times as long. */
const mostMilliseconds = isFull ? 50 : 500;
const times = isFull ? 20 : 3;
const codes = ['OPERATION_TOO_LARGE', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

let gateway: LonelyGateway;
let client: GraphqlClient;

beforeAll(async () => {
  const data = { auth: { me: null }, catalog: { books: { totalCount: 1 } }, purchase: {} };
  gateway = await startLonelyGateway('limits', data, { PLAYGROUND: 'false' });
  client = new GraphqlClient(gateway.url);
});

afterAll(async () => {
  await gateway.stop();
});

let sent = 0;

/** Sends a document that the gateway has not met, and answers how long it took, and the code of what it met. */
async function time({ query, variables }: { query: string; variables?: object }) {
  sent += 1;
  const since = performance.now();
  const { errors, data } = await client.send(`${query}\n#${sent}`, variables);
  return { milliseconds: performance.now() - since, code: errors[0]?.extensions.code, data };
}

const inTheMiddle = async (document: { query: string; variables?: object }) => {
  const all: Awaited<ReturnType<typeof time>>[] = [];
  for (let i = 0; i < times; i += 1) all.push(await time(document));
  return { milliseconds: median(all.map(({ milliseconds }) => milliseconds)), all };
};

test('each of them is GraphQL: none is refused for a brace that is missing', () => {
  for (const [name, { query }] of Object.entries(slowDocuments)) {
    // Deeper than this parser's stack.
    if (name === 'nesting, 5,000 levels') continue;
    let mistake = '';
    try {
      parse(query);
    } catch (error) {
      mistake = String(error);
    }
    expect({ name, mistake }).toEqual({ name, mistake: '' });
  }
});

test('what is made to be slow is refused, and soon', async () => {
  const names = Object.keys(slowDocuments);
  expect(names.length).toBeGreaterThanOrEqual(30);
  for (const document of Object.values(slowDocuments)) await time(document);
  const slowest: [number, string][] = [];
  for (const [name, document] of Object.entries(slowDocuments)) {
    const { milliseconds, all } = await inTheMiddle(document);
    for (const { code, data } of all) {
      expect({ name, data }).toEqual({ name, data: null });
      expect({ name, code }).toEqual({
        name,
        code: expect.stringMatching(new RegExp(`^(${codes.join('|')})$`)),
      });
    }
    slowest.push([milliseconds, name]);
    expect([name, milliseconds < mostMilliseconds || milliseconds]).toEqual([name, true]);
  }
  slowest.sort(([a], [b]) => b - a);
  const shown = slowest.slice(0, 3).map(([milliseconds, name]) => `${name} ${milliseconds.toFixed(1)} ms`);
  tellFigure(
    `${names.length} documents made to be slow are refused; slowest in the middle: ${shown.join(', ')}`,
  );
});

/** How long each of a hundred small queries takes, one after the other. */
async function smallQueries(): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < 100; i += 1) {
    const { milliseconds, code } = await time({ query: '{ books { totalCount } }' });
    expect(code).toBeUndefined();
    taken.push(milliseconds);
    await delay(10);
  }
  return taken;
}

test('other requests do not feel it', async () => {
  const alone = median(await smallQueries());
  let isOver = false;
  const flood = (async () => {
    while (!isOver) for (const document of Object.values(slowDocuments)) if (!isOver) await time(document);
  })();
  const taken = await smallQueries();
  isOver = true;
  await flood;
  tellFigure(
    `a small query: ${alone.toFixed(1)} ms in the middle; beside such documents ${median(taken).toFixed(1)} ms, ${Math.max(...taken).toFixed(1)} ms at most`,
  );
  // Loose, since one of the documents may be in hand when a query comes; what holds up the gateway is a hundred times as long.
  expect(median(taken) / alone).toBeLessThan(50);
  expect(median(taken)).toBeLessThan(mostMilliseconds);
});

const tabs = join(import.meta.dirname, 'playground', 'tabs');

test('what people ask for fits within the limits', async () => {
  const operations = readdirSync(tabs).filter(name => name.endsWith('.graphql'));
  expect(operations.length).toBeGreaterThan(5);
  for (const name of operations) {
    const { code } = await time({ query: readFileSync(join(tabs, name), 'utf8') });
    expect([name, code]).toEqual([name, expect.not.stringMatching(/^OPERATION_TOO_LARGE$/)]);
  }
  const page = '{ books(first: 100) { totalCount nodes { id title price { amount } seller { id name } } } }';
  expect((await time({ query: page })).code).not.toBe('OPERATION_TOO_LARGE');
});

test('what there is to be asked is told by the playground alone', async () => {
  const { code } = await time({ query: getIntrospectionQuery() });
  expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
  const { errors } = await client.send('{ bok(id: "1") { id } }');
  expect(errors[0]?.message).not.toMatch(/did you mean/i);
});
