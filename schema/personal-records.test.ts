import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { NotTold, RecordKind } from '../runtime/personal-records/record-kind.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import { recordKinds as authKinds, notTold as authNotTold } from '../subgraphs/auth/personal-records.ts';
import {
  recordKinds as catalogKinds,
  notTold as catalogNotTold,
} from '../subgraphs/catalog/personal-records.ts';
import {
  recordKinds as purchaseKinds,
  notTold as purchaseNotTold,
} from '../subgraphs/purchase/personal-records.ts';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import { publishBook, purchaseBook, soundDelivery } from '../testing/operations.ts';
import { sharedStore } from '../testing/use-store.ts';

const decisions: Record<SubgraphName, { kinds: readonly RecordKind[]; notTold: NotTold }> = {
  auth: { kinds: authKinds, notTold: authNotTold },
  catalog: { kinds: catalogKinds, notTold: catalogNotTold },
  purchase: { kinds: purchaseKinds, notTold: purchaseNotTold },
};

const columnsOf = async (subgraph: SubgraphName) =>
  sharedStore().rows<{ table: string; column: string }>(
    subgraph,
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\` FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION`,
  );

test.each(subgraphs)('of each column of %s it was decided whether users are told it', async subgraph => {
  const { kinds, notTold } = decisions[subgraph];
  const told = new Set(
    kinds.flatMap(({ table, columns }) => columns.map(column => `${table.replaceAll('`', '')}.${column}`)),
  );
  const columns = await columnsOf(subgraph);
  const undecided = columns.filter(({ table, column }) => {
    const isTold = told.has(`${table}.${column}`);
    const isNotTold = table in notTold || `${table}.${column}` in notTold;
    return isTold === isNotTold;
  });
  expect(undecided).toEqual([]);
  const there = new Set(columns.flatMap(({ table, column }) => [table, `${table}.${column}`]));
  expect([...told, ...Object.keys(notTold)].filter(name => !there.has(name))).toEqual([]);
});

interface Page {
  nodes: { kind: string; content: Record<string, unknown> }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

async function collect(client: GraphqlClient, list: string, first: number): Promise<Page['nodes']> {
  const query = `query($first: Int, $after: String) { ${list}(first: $first, after: $after) {
    nodes { kind content } pageInfo { hasNextPage endCursor } totalCount } }`;
  const nodes: Page['nodes'] = [];
  for (let after: string | null = null; ; ) {
    const answer: Record<string, Page> = await client.ask(query, { first, after });
    const page = answer[list];
    if (!page) throw new Error(`${list} answered nothing`);
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      // Mails and events come and go meanwhile.
      if (list === 'purchasePersonalRecords') expect(page.totalCount).toBe(nodes.length);
      return nodes;
    }
    expect(page.nodes.length).toBe(first);
    after = page.pageInfo.endCursor;
  }
}

test('a user is told all of it, page by page, and nobody else’s', async () => {
  const store = sharedStore();
  const canary = (what: string) => `canary${what}${randomUUID()}`;
  const texts = { name: canary('Name'), recipient: canary('Recipient'), note: canary('Note') };
  const person = await store.register(texts.name);
  const other = await store.register('Another');
  const offered = [1, 2, 3].map(number =>
    publishBook(person.client, { conditionNote: `${texts.note} ${number}` }),
  );
  const [bookId] = await Promise.all(offered);
  const delivery = await soundDelivery(person.client);
  const address = { ...delivery.address, recipient: texts.recipient };
  const { purchase } = await purchaseBook(person.client, {
    bookId: await publishBook(other.client),
    delivery: { ...delivery, address },
  });
  await purchaseBook(other.client, { bookId, delivery });

  const all = async (client: GraphqlClient, first: number) =>
    (
      await Promise.all(subgraphs.map(subgraph => collect(client, `${subgraph}PersonalRecords`, first)))
    ).flat();
  const records = await all(person.client, 2);
  const told = JSON.stringify(records);
  for (const text of [...Object.values(texts), person.email, purchase?.id ?? '-'])
    expect(told).toContain(text);
  expect(records.filter(({ kind }) => kind === 'book')).toHaveLength(3);
  expect(records.filter(({ kind }) => kind === 'sale')).toHaveLength(1);
  expect(records.find(({ kind }) => kind === 'account')?.content).toMatchObject({
    id: person.id,
    role: 'CUSTOMER',
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
  // Secrets are not told, not even their hashes.
  expect(told).not.toMatch(/argon2|password_hash/);

  const others = JSON.stringify(await all(other.client, 100));
  for (const text of [texts.name, texts.recipient, person.email]) expect(others).not.toContain(text);
});

test('a cursor of another list is refused', async () => {
  const person = await sharedStore().register();
  const ask = (list: string, after: string | null) =>
    person.client.send<Record<string, Page>>(
      `query($after: String) { ${list}(first: 1, after: $after) { pageInfo { endCursor } } }`,
      { after },
    );
  const first = await ask('authPersonalRecords', null);
  const cursor = first.data?.authPersonalRecords?.pageInfo.endCursor ?? '';
  expect((await ask('authPersonalRecords', cursor)).errors).toEqual([]);
  const codes = (await ask('purchasePersonalRecords', cursor)).errors.map(
    ({ extensions }) => extensions.code,
  );
  expect(codes).toEqual(['BAD_USER_INPUT']);
  for (const key of ['', '😀', "' OR 1=1 --", 'x'.repeat(10_000)]) {
    const made = ['personal records', 'account', key, person.id];
    const hostile = Buffer.from(JSON.stringify(made)).toString('base64url');
    const answer = await ask('authPersonalRecords', hostile);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});
