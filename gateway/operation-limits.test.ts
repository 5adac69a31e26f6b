import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphqlClient } from '../testing/graphql-client.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';
import { type OperationLimits, operationLimitSettings } from './operation-limits.ts';

let gateway: LonelyGateway;
let client: GraphqlClient;

beforeAll(async () => {
  const data = { auth: { me: null }, catalog: { books: { totalCount: 1 } }, purchase: {} };
  gateway = await startLonelyGateway('operation-limits', data, { PLAYGROUND: 'false' });
  client = new GraphqlClient(gateway.url);
});

afterAll(async () => {
  await gateway.stop();
});

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const bookFields = 'id title isbn description language publisher publishedYear stock conditionNote';
const bookFieldCount = bookFields.split(' ').length;

interface Limit {
  /** What a refusal says. */
  words: string;
  /** OPERATION_TOO_LARGE where it is not said. */
  code?: string;
  /** An operation that has exactly so many, and of nothing else too many. */
  operation: (count: number) => string;
}

/** A sound operation of each kind that is limited. */
const limits: Readonly<Record<keyof OperationLimits, Limit>> = {
  MAX_OPERATION_TOKENS: {
    words: 'tokens',
    code: 'GRAPHQL_PARSE_FAILED',
    operation: count =>
      `{ books(filter: { languages: [${many(count - 16, () => '"en"')}] }) { totalCount } }`,
  },
  MAX_OPERATION_DEPTH: {
    words: 'a depth of',
    operation: count => {
      const path = Array.from({ length: count - 1 }, (_, i) => ['books(first: 1)', 'nodes', 'seller'][i % 3]);
      return `{ ${path.join(' { ')} { __typename ${'} '.repeat(path.length)} }`;
    },
  },
  MAX_OPERATION_FIELDS: {
    words: 'a number of fields of',
    operation: count => {
      const below = count - 1;
      const spreads = many(Math.floor(below / bookFieldCount), () => '...F');
      const rest = many(below % bookFieldCount, i => `a${i}: __typename`);
      return `{ ${rest} book(id: "1") { ${spreads} } } fragment F on Book { ${bookFields} }`;
    },
  },
  MAX_OPERATION_ALIASES: {
    words: 'a number of aliases of',
    operation: count => `{ ${many(count, i => `a${i}: __typename`)} }`,
  },
  MAX_OPERATION_DIRECTIVES: {
    words: 'a number of directives of',
    operation: count =>
      `{ ${many(Math.floor(count / 2), i => `a${i}: __typename @skip(if: false) @include(if: true)`)} ${count % 2 ? '__typename @skip(if: false)' : ''} }`,
  },
  MAX_OPERATION_FRAGMENTS: {
    words: 'a number of fragments of',
    operation: count =>
      `{ ${many(count, i => `...F${i}`)} } ${many(count, i => `fragment F${i} on Query { __typename }`)}`,
  },
  MAX_OPERATION_REPEATS: {
    words: 'a number of repeated fields of',
    operation: count => `{ __typename ${many(count, () => '__typename')} }`,
  },
  MAX_OPERATION_COST: {
    words: 'a cost of',
    // 100 books, each with a list of 97 others, are 9,901 objects; n books in their list are n + 1.
    operation: count =>
      `{ books(first: 100) { nodes { otherOffers(first: 97) { nodes { id } } } } more: books(first: ${count - 9_902}) { nodes { id } } }`,
  },
  MAX_OPERATION_PASSWORDS: {
    words: 'a number of passwords of',
    operation: count =>
      `mutation { ${many(count, i => `a${i}: login(input: { email: "a@b.example", password: "x" }) { userErrors { code } }`)} }`,
  },
};

const refusals = /^(?:OPERATION_TOO_LARGE|GRAPHQL_|BAD_USER_INPUT)/;

test.each(Object.entries(limits))(
  '%s: so many are taken, and not one more',
  async (name, { words, code, operation }) => {
    const settings: Record<string, { parse: (given: undefined) => number }> = operationLimitSettings;
    const limit = settings[name]?.parse(undefined) ?? 0;
    expect(limit).toBeGreaterThan(0);
    const taken = await client.send(operation(limit));
    // What the services of this test answer is of no account.
    for (const { message, extensions } of taken.errors)
      expect({ message, code: extensions.code }).toEqual({
        message,
        code: expect.not.stringMatching(refusals),
      });
    const { errors, data } = await client.send(operation(limit + 1));
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([
      null,
      [code ?? 'OPERATION_TOO_LARGE'],
    ]);
    expect(errors[0]?.message).toMatch(
      code ? new RegExp(`\\b${limit} ${words}`) : `${words} ${limit + 1}; at most ${limit} is allowed`,
    );
  },
);
