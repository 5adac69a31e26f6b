import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { Edge, type Response } from '../../testing/edge.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';

const edge = new Edge('public-answers');
/** What reached the gateway. */
let asked: string[] = [];

// A gateway that is careless: it allows all to be kept, but for what ?no-store asks for.
edge.app.route({
  method: ['GET', 'POST'],
  url: '/graphql',
  handler: async (request, reply) => {
    const { accept, authorization, cookie, 'x-session': session } = request.headers;
    asked.push(request.url);
    // The first one is answered when there is a second.
    while (request.url.includes('slow') && asked.length < 2) await delay(10);
    if (!request.url.includes('no-store'))
      reply.headers({
        'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
        vary: 'Accept, Authorization, Cookie, x-session',
      });
    // As many as the gateway's headers for browsers.
    if (request.url.includes('long')) reply.header('x-long', 'x'.repeat(1_000));
    if (request.url.includes('broken')) reply.code(500).header('cache-control', 'no-store');
    return { url: request.url, accept, who: authorization ?? cookie ?? session ?? 'nobody', at: Date.now() };
  },
});

beforeAll(async () => {
  if (nginxProgram()) await edge.start();
});
afterAll(() => edge.stop());
beforeEach(() => {
  asked = [];
});

const preflight = { 'apollo-require-preflight': 'true' };
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  edge.ask({ path, headers: { ...preflight, ...headers } });
const toldOf = ({ body }: Response): { url: string; accept?: string; who: string; at: number } =>
  JSON.parse(body);
const secondOf = (milliseconds: number) => Math.floor(milliseconds / 1_000);

/** Does something within one second of the clock: again, where the machine was too slow for that. */
async function inOneSecond<Result>(act: () => Promise<Result>): Promise<Result> {
  for (;;) {
    await delay(1_010 - (Date.now() % 1_000));
    asked = [];
    const second = secondOf(Date.now());
    const result = await act();
    if (secondOf(Date.now()) === second) return result;
  }
}

nginxTest('what everybody is told alike is asked for once a second', async () => {
  await inOneSecond(async () => {
    for (let time = 0; time < 10; time += 1) await get('/graphql?books');
  });
  expect(asked).toHaveLength(1);
});

nginxTest('it is never older than a second', async () => {
  const ages: number[] = [];
  for (const until = Date.now() + 4_000; Date.now() < until; ) {
    const sentAt = Date.now();
    ages.push(sentAt - toldOf(await get('/graphql?age')).at);
    // More often than that, NGINX would refuse a client.
    await delay(25);
  }
  expect(ages.length).toBeGreaterThan(10);
  expect(Math.max(...ages)).toBeLessThan(1_000);
});

nginxTest('who comes while the first one waits does not wait for long', async () => {
  const since = Date.now();
  await inOneSecond(() => Promise.all([get('/graphql?slow'), get('/graphql?slow')]));
  expect(asked).toHaveLength(2);
  // As long as NGINX would have it wait otherwise.
  expect(Date.now() - since).toBeLessThan(5_000);
});

nginxTest.each<[string, Record<string, string>]>([
  ['a token', { authorization: 'Bearer x' }],
  ['a token that NGINX could take for none', { authorization: '0' }],
  ['a session', { cookie: '__Host-refresh-token=abc' }],
  ['a session and a language', { cookie: 'language=es; __Host-refresh-token=abc' }],
  ['a cookie of whatever', { cookie: '0' }],
  ['a session in a cookie', { 'x-session': 'cookie' }],
])('whoever comes with %s is told what is theirs, and nobody else is', async (what, headers) => {
  const path = `/graphql?${encodeURIComponent(what)}`;
  const [who] = Object.values(headers);
  await inOneSecond(async () => {
    const whos: string[] = [];
    for (const each of [headers, {}, headers, {}]) whos.push(toldOf(await get(path, each)).who);
    expect(whos).toEqual([who, 'nobody', who, 'nobody']);
  });
  expect(asked).toHaveLength(3);
});

nginxTest('the language of the shop’s pages is nobody’s', async () => {
  await inOneSecond(async () => {
    for (let time = 0; time < 3; time += 1) await get('/graphql?language', { cookie: 'language=es' });
  });
  expect(asked).toHaveLength(1);
});

nginxTest('operations, variables and what is accepted do not mix', async () => {
  await inOneSecond(async () => {
    for (let time = 0; time < 2; time += 1)
      for (const path of ['/graphql?query=a&variables=1', '/graphql?query=a&variables=2', '/graphql?query=b'])
        for (const accept of ['application/json', 'application/graphql-response+json'])
          expect(toldOf(await get(path, { accept }))).toMatchObject({ url: path, accept });
  });
  expect(asked).toHaveLength(6);
});

nginxTest.each([1_000, 2_000, 3_000, 5_000, 8_000])(
  'an address of %d characters is answered, and its answer kept, as any other',
  async length => {
    const path = `/graphql?long=${'x'.repeat(length)}`;
    const callers: Record<string, string>[] = [{}, {}, { authorization: 'Bearer x' }];
    await inOneSecond(async () => {
      for (const headers of callers) expect((await get(path, headers)).status).toBe(200);
    });
    expect(asked).toHaveLength(2);
  },
);

nginxTest('what the gateway does not allow is asked for each time, and so is what is posted', async () => {
  await inOneSecond(async () => {
    for (let time = 0; time < 2; time += 1) {
      await get('/graphql?no-store');
      await get('/graphql?broken');
      await edge.ask({ path: '/graphql?posted', body: '{}' });
      // What a page of another site can have a browser send is not answered from what others asked.
      await edge.ask({ path: '/graphql?simple' });
    }
  });
  expect(asked).toHaveLength(8);
});

nginxTest(
  'what is kept is told without the id of somebody else’s request, to be kept by nobody',
  async () => {
    const path = '/graphql?headers';
    const [first, second] = await inOneSecond(async () => [await get(path), await get(path)]);
    expect(asked).toHaveLength(1);
    expect(first?.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    expect(second?.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    for (const answer of [first, second]) {
      expect(answer?.headers['cache-control']).toBe('no-store');
      expect(answer?.headers['strict-transport-security']).toBeDefined();
      expect(answer?.headers['x-content-type-options']).toBe('nosniff');
    }
  },
);

nginxTest('a gateway that is gone is not hidden by what it said', async () => {
  expect((await get('/graphql?last')).status).toBe(200);
  await edge.app.close();
  await delay(1_100);
  expect((await get('/graphql?last')).status).toBe(503);
});
