import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fuzzSeed, repeats, tellFigure } from '../testing/figures.ts';
import { malformedRequest } from '../testing/fuzz/malformed-requests.ts';
import { sendBytes } from '../testing/fuzz/send-bytes.ts';
import { errorsLoggedSince } from '../testing/log-since.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';

const count = repeats(1_000, 10_000);
const atOnce = 40;

const errors = errorsLoggedSince('malformed-gateway.log');

let gateway: LonelyGateway;

const books = { totalCount: 1, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

beforeAll(async () => {
  const data = {
    auth: { me: null },
    catalog: { books },
    purchase: {},
  };
  gateway = await startLonelyGateway('malformed', data);
});

afterAll(() => gateway.stop());

const portOf = () => Number(new URL(gateway.url).port);

/** The status of each answer on a connection: a client may have sent several requests at once. */
const statusesOf = (answer: string): number[] =>
  Array.from(answer.matchAll(/(?:^|\r\n)HTTP\/1\.[01] (\d{3})/g), ([, status]) => Number(status));

const trace = /node_modules|\.ts:\d+|\n\s+at \S+ \(/;
/** An error of ours may be told within a page, where the fake parts do not have what it shows; not by the API. */
const isOurError = (answer: string) =>
  /^content-type: application\/.*json/im.test(answer) && answer.includes('INTERNAL_SERVER_ERROR');

test(`${count} malformed requests: no 500, no trace, and the gateway goes on`, async () => {
  const waiting = fc.sample(malformedRequest, { numRuns: count, seed: fuzzSeed });
  const tally: Record<string, number> = {};
  const wrong: string[] = [];
  const goOn = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const answer = await sendBytes(portOf(), next.bytes);
      const statuses = statusesOf(answer);
      for (const status of statuses.length > 0 ? statuses : ['closed'])
        tally[status] = (tally[status] ?? 0) + 1;
      // 501 and 505 say what HTTP has that this server does not.
      const isOurs = statuses.some(status => status >= 500 && status !== 501 && status !== 505);
      if (isOurs || isOurError(answer) || trace.test(answer))
        wrong.push(
          `${next.kind}: ${JSON.stringify(next.bytes.toString('latin1').slice(0, 1_000))}\n${answer.slice(0, 500)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  tellFigure(
    `${count} malformed requests (FUZZ_SEED=${fuzzSeed}): ${JSON.stringify(tally)}, wrong: ${wrong.length}`,
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(await (await fetch(`${gateway.url}/health`)).json()).toEqual({ alive: true });
}, 1_200_000);

test('it answers as before, and has logged no request that failed by its fault', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ books { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }"}',
  });
  expect(await response.json()).toEqual({ data: { books } });
  expect(
    errors()
      .filter(line => /a request failed|"level":60/.test(line))
      .slice(0, 3),
  ).toEqual([]);
});
