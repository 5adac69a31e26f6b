import { expect, test } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { knownCosts } from './known-costs.ts';

const schema = buildSchema(`
  type Query { books(first: Int = 20): Books! }
  type Books { nodes: [Book!]! }
  type Book { title: String! }
`);

const asked = (query: string) => {
  const document = parse(query);
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  );
  if (!operation) throw new Error('no operation');
  // Counts how often the cost is reckoned, which begins with the fragments of the document.
  let reckoned = 0;
  const counted = {
    ...document,
    get definitions() {
      reckoned += 1;
      return document.definitions;
    },
  };
  return { document: counted, operation, reckoned: () => reckoned };
};

test('a cost is reckoned once for pages of the same length', () => {
  const { document, operation, reckoned } = asked('query($n: Int) { books(first: $n) { nodes { title } } }');
  const costOf = knownCosts();
  const cost = (variables: Record<string, unknown>) => costOf({ schema, document, operation, variables });
  expect([cost({ n: 3 }), cost({ n: 3 }), reckoned()]).toEqual([4, 4, 1]);
  expect([cost({ n: 50 }), cost({ n: 50 }), cost({ n: 3 }), reckoned()]).toEqual([51, 51, 4, 2]);
  expect([cost({}), cost({ n: null }), cost({ other: 1 }), reckoned()]).toEqual([21, 21, 21, 3]);
  expect([cost({ n: 'many' }), cost({ n: [1] }), cost({ n: 1_000 }), reckoned()]).toEqual([101, 101, 101, 5]);
});

test('where no variable counts it is reckoned once', () => {
  const { document, operation, reckoned } = asked('query($n: Int) { books(first: 7) { nodes { title } } }');
  const costOf = knownCosts();
  const costs = [1, 2, 3].map(n => costOf({ schema, document, operation, variables: { n } }));
  expect([costs, reckoned()]).toEqual([[8, 8, 8], 1]);
});
