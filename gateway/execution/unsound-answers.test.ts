import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { books, bothAnswer, failingSources, setFault, told } from '../../testing/failing-graph.ts';
import { type ComparedGraphs, type GraphAnswer, startComparedGraphs } from '../../testing/in-memory-graph.ts';

let graphs: ComparedGraphs;

beforeAll(async () => {
  graphs = await startComparedGraphs(failingSources);
});

afterAll(async () => {
  await graphs.stop();
});

afterEach(() => {
  setFault(graphs, 'sellers', undefined);
  setFault(graphs, 'catalog', undefined);
});

describe('subgraphs that do not answer as they should', () => {
  const query = '{ books { title seller { name } } }';
  const without = (count: number) => ({
    books: books.map(({ title }) => ({ title, seller: null })).slice(0, count),
  });

  test('one that is down: the rest is there', async () => {
    setFault(graphs, 'sellers', () => {
      throw new GraphQLError('sellers cannot be reached.', { extensions: { code: 'SERVICE_UNAVAILABLE' } });
    });
    const [ours, apollos] = await bothAnswer(graphs, query);
    expect(ours.data).toEqual(without(5));
    expect(told(ours)).toEqual([[undefined, 'sellers cannot be reached.', { code: 'SERVICE_UNAVAILABLE' }]]);
    expect(apollos).toEqual(ours);
  });

  test('one that fails by something else than a GraphQL error', async () => {
    setFault(graphs, 'sellers', () => {
      throw new TypeError('socket');
    });
    const [ours, apollos] = await bothAnswer(graphs, query);
    expect(ours).toEqual(apollos);
    expect(told(ours)).toEqual([[undefined, 'socket', { code: 'INTERNAL_SERVER_ERROR' }]]);
  });

  test('the root is down: nothing is there, nothing else is asked', async () => {
    setFault(graphs, 'catalog', () => {
      throw new GraphQLError('down');
    });
    const [ours, apollos] = await bothAnswer(graphs, '{ books { title seller { name } } me { name } }');
    expect(ours.data).toEqual({ books: null, me: { name: 'Ana' } });
    expect([apollos.data, told(apollos)]).toEqual([ours.data, told(ours)]);
  });

  test.each<[string, (answer: GraphAnswer) => GraphAnswer, string]>([
    ['no entities', () => ({ data: {} }), 'Expected "data._entities" in response to be an array'],
    [
      'fewer entities than it was asked about',
      () => ({ data: { _entities: [] } }),
      'Expected "data._entities" to contain 3 elements',
    ],
    ['errors without a path', () => ({ data: null, errors: [{ message: 'no' }] }), 'no'],
  ])('%s', async (_, fault, message) => {
    setFault(graphs, 'sellers', fault);
    const answer = await graphs.ours.ask(query);
    expect(answer.data).toEqual(without(5));
    expect(answer.errors?.map(error => error.message)).toEqual([message]);
  });

  test('an error about all entities stands before the list', async () => {
    setFault(graphs, 'sellers', () => ({ data: null, errors: [{ message: 'no', path: ['_entities'] }] }));
    expect(told(await graphs.ours.ask(query))).toEqual([
      ['books', 'no', { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'sellers' }],
    ]);
  });

  test('values that are none of their type, and fields that are missing', async () => {
    setFault(graphs, 'catalog', () => ({
      data: { books: [{ title: 7, id: 'b1' }, { id: 'b2' }, 'book', { title: 'María' }] },
    }));
    const answer = await graphs.ours.ask('{ books { title } }');
    expect(answer.data).toEqual({ books: [null, null, null, { title: 'María' }] });
    expect(JSON.stringify(answer.extensions)).toContain('"path":["books",0,"title"]');
  });
});
