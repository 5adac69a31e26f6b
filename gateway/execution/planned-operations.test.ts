import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'graphql';
import { createLogger } from '../../runtime/logger.ts';
import { type ComparedGraphs, composeSources, startComparedGraphs } from '../../testing/in-memory-graph.ts';
import { CompiledGateway } from './compiled-gateway.ts';
import { Graph } from './graph.ts';
import { readShopOperations } from './shop-operations.ts';

const book = (more = '') => ({
  catalog: {
    sdl: `type Query { book: Book } type Book @key(fields: "id") { id: ID! title: String ${more} }`,
    resolvers: { Query: { book: () => ({ id: 'b1', title: 'La vorágine', pages: 263 }) } },
  },
});

let graphs: ComparedGraphs;
const plan = jest.spyOn(Graph.prototype, 'plan');

beforeAll(async () => {
  graphs = await startComparedGraphs(book(), [
    parse('query Page { book { title ...F } } fragment F on Book { id }'),
  ]);
});

afterAll(async () => {
  await graphs.stop();
});

describe('operations that are planned', () => {
  test('beforehand: whoever asks first need not wait, however the document is written', async () => {
    plan.mockClear();
    const query = '# a comment\nfragment F on Book {id}  query Page { book {title, ...F} }';
    expect(await graphs.ours.ask(query)).toEqual({ data: { book: { title: 'La vorágine', id: 'b1' } } });
    expect(plan).not.toHaveBeenCalled();
  });

  test('others once', async () => {
    plan.mockClear();
    for (let i = 0; i < 3; i += 1) await graphs.ours.ask('{ book { id } }');
    expect(plan).toHaveBeenCalledTimes(1);
  });

  test('each operation of a document by itself', async () => {
    plan.mockClear();
    const query = 'query A { book { id } } query B { book { title } }';
    for (let i = 0; i < 2; i += 1) {
      expect(await graphs.ours.ask(query, {}, 'A')).toEqual({ data: { book: { id: 'b1' } } });
      expect(await graphs.ours.ask(query, {}, 'B')).toEqual({ data: { book: { title: 'La vorágine' } } });
    }
    expect(plan).toHaveBeenCalledTimes(2);
  });
});

const logger = createLogger('test', 'silent');

test('a new supergraph is used once its operations are planned; those that do not fit it are left out', async () => {
  const operations = [parse('{ book { id } }'), parse('{ book { pages } }')];
  let update: (supergraphSdl: string) => void = () => undefined;
  const gateway = new CompiledGateway({
    supergraphSdl: {
      initialize: async options => {
        update = options.update;
        return { supergraphSdl: composeSources(book()) };
      },
    },
    operations,
    dataSourceOf: () => ({ process: async () => ({ data: {} }) }),
    logger,
  });
  plan.mockClear();
  await gateway.load();
  expect(plan.mock.results.map(({ type }) => type)).toEqual(['return', 'throw']);
  plan.mockClear();
  const planned: number[] = [];
  gateway.onSchemaLoadOrUpdate(() => planned.push(plan.mock.calls.length));
  update(composeSources(book('pages: Int')));
  expect(planned).toEqual([2]);
  expect(plan.mock.results.map(({ type }) => type)).toEqual(['return', 'return']);
  await gateway.stop();
});

test("the shop's operations can all be planned", async () => {
  const operations = readShopOperations();
  expect(operations.length).toBeGreaterThan(30);
  const supergraphSdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const gateway = new CompiledGateway({
    supergraphSdl,
    operations,
    dataSourceOf: () => ({ process: async () => ({ data: {} }) }),
    logger,
  });
  plan.mockClear();
  await gateway.load();
  expect(plan.mock.results.map(({ type }) => type)).toEqual(operations.map(() => 'return'));
  await gateway.stop();
});
