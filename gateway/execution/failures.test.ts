import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bothAnswer, failingSources, told } from '../../testing/failing-graph.ts';
import { type ComparedGraphs, startComparedGraphs } from '../../testing/in-memory-graph.ts';

let graphs: ComparedGraphs;

beforeAll(async () => {
  graphs = await startComparedGraphs(failingSources);
});

afterAll(async () => {
  await graphs.stop();
});

const forbidden = { code: 'FORBIDDEN', detail: 7, serviceName: 'sellers' };

describe('errors of subgraphs', () => {
  test('an error at the root stands at its field, with its code and the name of the subgraph', async () => {
    const [ours, apollos] = await bothAnswer(graphs, '{ broken me { name email } }');
    expect(ours.data).toEqual({ broken: null, me: { name: 'Ana', email: null } });
    expect(told(ours)).toEqual([
      ['broken', 'Broken.', { code: 'INTERNAL_SERVER_ERROR', detail: 7, serviceName: 'catalog' }],
      ['me.email', 'Not yours.', forbidden],
    ]);
    expect([apollos.data, told(apollos)]).toEqual([ours.data, told(ours)]);
  });

  test('an error about an entity stands wherever the entity stands, under the name that the client gave it', async () => {
    const [ours] = await bothAnswer(graphs, '{ list: books { by: seller { mail: email } } }');
    expect(ours.data).toEqual({
      list: [
        { by: { mail: 'b@example.org' } },
        { by: null },
        { by: { mail: null } },
        { by: { mail: null } },
        { by: { mail: null } },
      ],
    });
    expect(told(ours)).toEqual([
      ['list.2.by.mail', 'Not yours.', forbidden],
      ['list.4.by.mail', 'Not yours.', forbidden],
    ]);
  });

  test('an entity that cannot be had is null as far up as it must, and the rest is there', async () => {
    const [ours, apollos] = await bothAnswer(graphs, '{ books { title seller { name } } }');
    expect(ours.data).toEqual({
      books: [
        { title: 'La vorágine', seller: { name: 'Beto' } },
        { title: 'María', seller: null },
        { title: 'Nocturno', seller: { name: 'Ana' } },
        { title: 'Gone', seller: null },
        { title: 'La tierra', seller: { name: 'Ana' } },
      ],
    });
    expect(ours).toEqual(apollos);
    expect(ours.extensions).toEqual({
      valueCompletion: [
        {
          message: 'Cannot return null for non-nullable field Seller.name.',
          path: ['books', 3, 'seller', 'name'],
          extensions: { code: 'INVALID_GRAPHQL' },
        },
      ],
    });
  });

  test('a null goes up through what may not be null', async () => {
    const [ours, apollos] = await bothAnswer(graphs, '{ books { must { rank } } me { rank } }');
    expect(ours.data).toEqual({
      books: [null, null, { must: { rank: 1 } }, null, { must: { rank: 1 } }],
      me: { rank: 1 },
    });
    expect(ours.data).toEqual(apollos.data);
    expect(told(ours).map(([path]) => path)).toEqual(['books.0.must.rank', 'books.1.must']);
  });

  test('a null that nothing takes up leaves no data', async () => {
    const [ours, apollos] = await bothAnswer(graphs, '{ book { must { rank } } }');
    expect(ours.data).toBeNull();
    expect(told(ours).map(([path]) => path)).toEqual(['book.must.rank']);
    expect(apollos).toEqual(ours);
  });

  test('lists of what may not be null', async () => {
    const [ours, apollos] = await bothAnswer(graphs, '{ oneOf me { id } }');
    expect(ours.data).toEqual({ oneOf: null, me: { id: 's1' } });
    expect([apollos.data, told(apollos)]).toEqual([ours.data, told(ours)]);
  });

  test('an error of a mutation', async () => {
    const [ours, apollos] = await bothAnswer(
      graphs,
      'mutation { withdraw publish { title seller { rank name } } }',
    );
    expect(ours.data).toEqual({ withdraw: null, publish: { title: 'La vorágine', seller: null } });
    expect(told(ours).map(([path]) => path)).toEqual(['publish.seller.rank', 'withdraw']);
    expect(apollos).toEqual(ours);
  });
});
