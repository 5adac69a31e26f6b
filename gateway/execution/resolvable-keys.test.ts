import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import { type ComparedGraphs, startComparedGraphs } from '../../testing/in-memory-graph.ts';

const told: Record<string, unknown>[] = [];
const shelf = { row: 1, place: 2 };
const whole = { shown: { id: 'b1', shelf, name: 'La vorágine', label: 'b1: La vorágine' } };

// `pages` has several keys of a book, and resolves it by one of them alone, which is not the first.
let graphs: ComparedGraphs;

beforeAll(async () => {
  graphs = await startComparedGraphs({
    names: {
      sdl: `
        type Book @key(fields: "id") @key(fields: "shelf { row }", resolvable: false) {
          id: ID! name: String! shelf: Shelf!
        }
        type Shelf { row: Int! @shareable place: Int! @shareable }`,
      resolvers: { Book: { __resolveReference: () => whole.shown } },
    },
    pages: {
      sdl: `
        type Query { shown: Book }
        type Book
          @key(fields: "shelf { row }", resolvable: false)
          @key(fields: "id shelf { place }") {
          id: ID! shelf: Shelf! name: String! @external label: String! @requires(fields: "name")
        }
        type Shelf { row: Int! @shareable place: Int! @shareable }`,
      resolvers: {
        Query: { shown: () => ({ id: 'b1', shelf }) },
        Book: {
          __resolveReference: (representation: Record<string, unknown>) => {
            told.push(representation);
            return representation;
          },
          label: ({ id, name }) => `${id}: ${name}`,
        },
      },
    },
  });
});

afterAll(async () => {
  await graphs.stop();
});

test('a subgraph is told the key by which it resolves a type', async () => {
  await expectSameAnswer(graphs, whole, { query: '{ shown { id name label } }', differs: true });
  expect(told).toEqual([expect.objectContaining({ id: 'b1', shelf: { place: 2 }, name: 'La vorágine' })]);
});
