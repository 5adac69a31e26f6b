import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { subgraphs } from '../runtime/services.ts';
import { breakingChanges } from './breaking-changes.ts';
import { compose } from './compose.ts';
import { lint } from './lint.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

const sound = `
  "A page." type ThingConnection { "Edges." edges: [Int!]! "Nodes." nodes: [Int!]! "Page." pageInfo: Int "Count." totalCount: Int }
  "What it takes." input AddThingInput { "Its name." name: String! }
  "What it answers." type AddThingPayload { "Refusals." userErrors: [String!]! }
  type Query { "Things." things("How many." first: Int "Where." after: String): ThingConnection }
  type Mutation { "Adds." addThing("What." input: AddThingInput!): AddThingPayload }
`;

test('SDL that keeps the rules has no findings', () => {
  expect(lint('x', parse(sound))).toEqual([]);
  for (const name of subgraphs) expect(lint(name, subgraphDocument(name))).toEqual([]);
});

describe('a finding is made of', () => {
  test.each([
    ['a field without a description', ['"Things." things', 'things'], 'x: Query.things has no description'],
    ['an argument without one', ['"How many." first', 'first'], 'x: Query.things(first:) has no description'],
    ['a type without one', ['"A page." type', 'type'], 'x: ThingConnection has no description'],
    ['an input field without one', ['"Its name." name', 'name'], 'x: AddThingInput.name has no description'],
    [
      'a name in the wrong style',
      ['things(', 'all_things('],
      'x: Query.all_things: the name does not follow',
    ],
    [
      'a connection without arguments',
      ['("How many." first: Int "Where." after: String)', ''],
      'a connection takes first and after',
    ],
    [
      'a connection that must be there',
      ['): ThingConnection', '): ThingConnection!'],
      'a connection is nullable',
    ],
    [
      'a connection that lacks a part',
      ['"Count." totalCount: Int', ''],
      'x: ThingConnection lacks totalCount',
    ],
    ['a payload of another name', [/AddThingPayload/g, 'ThingAdded'], 'returns AddThingPayload'],
    ['a payload without refusals', ['"Refusals." userErrors', '"Refusals." errors'], 'lacks userErrors'],
    [
      'a mutation that does not take input alone',
      ['input: AddThingInput!', 'thing: AddThingInput!'],
      'takes input alone',
    ],
  ] as const)('%s', (_, [from, to], finding) => {
    const broken = sound.replace(from, to);
    expect(broken).not.toBe(sound);
    expect(lint('x', parse(broken)).join('\n')).toContain(finding);
  });
});

describe('the committed supergraph', () => {
  const committed = readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8');

  test('is what the subgraphs compose to', () => {
    expect(compose()).toEqual({ supergraphSdl: committed });
  });

  test('tells clients of what would break them', () => {
    expect(breakingChanges(committed, committed)).toEqual([]);
    const broken = committed.replace(/^ {2}deliveryProviders\(/m, '  carriers(');
    expect(broken).not.toBe(committed);
    expect(breakingChanges(committed, broken)).toEqual(['Query.deliveryProviders was removed.']);
  });
});
