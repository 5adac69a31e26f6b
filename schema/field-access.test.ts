import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLSchema, getNamedType, isCompositeType, isObjectType, parse, validate } from 'graphql';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { recordReport } from '../invariants/record-report.ts';
import { newId } from '../runtime/ids.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import { DirectClient } from '../testing/direct-client.ts';
import { tellFigure } from '../testing/figures.ts';
import type { Answer, GraphqlClient } from '../testing/graphql-client.ts';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../testing/operations.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';
import { apiSchemaOf } from './breaking-changes.ts';
import { answers, type Caller, callers, inner, type Place, places } from './field-access.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

const api = apiSchemaOf(readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8'));
const ofSubgraph: Record<SubgraphName, GraphQLSchema> = {
  auth: buildSubgraphSchema([{ typeDefs: subgraphDocument('auth') }]),
  catalog: buildSubgraphSchema([{ typeDefs: subgraphDocument('catalog') }]),
  purchase: buildSubgraphSchema([{ typeDefs: subgraphDocument('purchase') }]),
};

let running: TestStore;
let store: StoreUser;
const tokens: Partial<Record<Caller, string | undefined>> = {};
const ids: Record<string, string> = {};
const figure = { told: 0, refused: 0 };

/** Something of each kind is there: a payment, a notification, a dead letter, and a report of the oracle with a violation. */
async function setScene(): Promise<void> {
  const [seller, buyer, another] = [
    await store.register('Seller'),
    await store.register('Buyer'),
    await store.register('Another'),
  ];
  Object.assign(tokens, {
    seller: seller.client.token,
    buyer: buyer.client.token,
    another: another.client.token,
    administrator: (await store.administrator()).client.token,
  });
  const bookId = await publishBook(seller.client, { stock: 10 });
  const paused = await publishBook(seller.client);
  await seller.client.ask(
    'mutation($id: ID!) { updateBook(input: { bookId: $id, status: PAUSED }) { userErrors { code } } }',
    { id: paused },
  );
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  await payPurchase(buyer.client, { purchaseId: purchase?.id });
  Object.assign(ids, { book: bookId, paused, purchase: purchase?.id, buyer: buyer.id, seller: seller.id });
  await store.rows('auth', 'UPDATE user SET email_verified_at = NOW(3) WHERE id = ?', [buyer.id]);
  const user = newId();
  await store.rows(
    'catalog',
    `INSERT INTO inbox_event (event_id, source, stream, type, version, subject, subject_sequence, occurred_at, body,
       received_at, attempts, failure, dead_at)
     VALUES (?, 'auth', 'user', 'UserRegistered', 1, ?, 1, NOW(3), ?, NOW(3), 10, 'This one cannot be taken.', NOW(3))`,
    [newId(), user, JSON.stringify({ userId: user, name: 'Late', role: 'CUSTOMER' })],
  );
  const verdict = await checkInvariants(store.description.databases, { pauses: [] });
  const fresh = { seconds: 0, staleAfterSeconds: 3600 };
  await recordReport(store.description.databases.purchase, { verdict }, fresh);
  for (const deadline = Date.now() + 20_000; ; await delay(100)) {
    const told = await store.rows('auth', 'SELECT id FROM notification WHERE user_id = ?', [seller.id]);
    if (told.length > 0) return;
    if (Date.now() > deadline) throw new Error('the seller was not told of the payment');
  }
}

beforeAll(async () => {
  running = await startTestStore('field_access');
  store = new StoreUser(running.description);
  await setScene();
});

afterAll(async () => {
  tellFigure(
    `fields × callers × ways: ${figure.told} told to who may, ${figure.refused} refused to who may not`,
  );
  await running.stop();
});

const named = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const fieldsOf = ({ open, toSome }: Place): string[] => named(`${open} ${toSome?.fields ?? ''}`);

/** A field as it is asked for in a schema; undefined where that does not have it. */
function asked(schema: GraphQLSchema, typeName: string, name: string): string | undefined {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) return undefined;
  const width = field.args.some(argument => argument.name === 'width') ? '(width: 240)' : '';
  return `${name}${width}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
}

/** A document that asks for fields at the end of a way; undefined where the schema does not have them, or the way. */
function documentOf(
  schema: GraphQLSchema,
  way: readonly string[],
  fields: readonly string[],
): string | undefined {
  if (fields.length === 0) return undefined;
  const body = way.reduceRight((inside, step) => `${step} { ${inside} }`, fields.join(' '));
  const used = Object.keys(ids).filter(id => body.includes(`$${id}`));
  const variables = used.length > 0 ? `(${used.map(id => `$${id}: ID!`).join(', ')})` : '';
  const document = `query${variables} { ${body} }`;
  return validate(schema, parse(document)).length === 0 ? document : undefined;
}

interface Way {
  name: string;
  document: string;
  /** The keys under which the objects stand in the answer. */
  keys: string[];
  fields: string[];
  client: (token: string | undefined) => GraphqlClient;
}

const keyOf = (step: string): string[] => (step.startsWith('...') ? [] : [step.replace(/\(.*$/s, '')]);

/** All ways on which a place is reached: through the gateway, and directly, at a root field and as an entity. */
function waysTo(place: Place): Way[] {
  const { type, at, entity } = place;
  const gateway = {
    name: 'through the gateway',
    schema: api,
    way: at,
    client: (token?: string) => (token ? store.nobody().as(token) : store.nobody()),
  };
  const direct = subgraphs.flatMap(subgraph => {
    const [schema, client] = [
      ofSubgraph[subgraph],
      (token?: string) => new DirectClient(store.description, subgraph, token),
    ];
    const reference = entity && [
      `_entities(representations: [{ __typename: "${entity[0]}", id: ${entity[1]} }])`,
      `... on ${entity[0]}`,
      ...at.slice(1),
    ];
    return [
      { name: `at ${subgraph}`, schema, way: at, client },
      ...(reference ? [{ name: `at ${subgraph}, as an entity`, schema, way: reference, client }] : []),
    ];
  });
  return [gateway, ...direct].flatMap(({ name, schema, way, client }): Way[] => {
    const fields = fieldsOf(place).filter(field => asked(schema, type, field));
    const selections = fields.map(field => asked(schema, type, field) ?? '');
    // A subgraph that knows of an entity by its id alone gives back the id that it was given.
    if (way !== at && fields.every(field => field === 'id')) return [];
    const document = documentOf(schema, way, selections);
    return document ? [{ name, document, keys: way.flatMap(keyOf), fields, client }] : [];
  });
}

/** All objects under these keys of an answer, in whatever lists they stand. */
function objectsAt(value: unknown, [key, ...rest]: readonly string[]): Record<string, unknown>[] {
  if (Array.isArray(value))
    return value.flatMap(each => objectsAt(each, key === undefined ? [] : [key, ...rest]));
  if (typeof value !== 'object' || value === null) return [];
  if (key === undefined) return [Object.fromEntries(Object.entries(value))];
  return objectsAt(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}

/** What a caller got at a place, field by field: told, not told, or never got there. */
function outcomeOf({ data }: Answer<unknown>, { keys, fields }: Way): Record<string, string> {
  const objects = objectsAt(data, keys).filter(object => fields.some(field => field in object));
  return Object.fromEntries(
    fields.map(field => {
      if (objects.length === 0) return [field, 'out of reach'];
      const isTold = objects.some(object => object[field] !== null && object[field] !== undefined);
      return [field, isTold ? 'told' : 'null'];
    }),
  );
}

const mayRead = ({ seenBy, open, toSome }: Place, caller: Caller, field: string): boolean =>
  seenBy.includes(caller) && (named(open).includes(field) || toSome?.toldTo.includes(caller) === true);

function expectedOf(place: Place, caller: Caller, fields: readonly string[]) {
  const { seenBy, open } = place;
  return Object.fromEntries(
    fields.map(field => {
      if (!seenBy.includes(caller)) return [field, 'out of reach'];
      if (!mayRead(place, caller, field)) return [field, 'null'];
      // What is open may be empty, whoever asks.
      return [field, named(open).includes(field) ? expect.stringMatching(/^(told|null)$/) : 'told'];
    }),
  );
}

describe.each(Object.entries(places))('%s', (_, place) => {
  test.each(callers)('%s is told what the table says, on every way', async caller => {
    const ways = waysTo(place);
    expect(ways.length).toBeGreaterThanOrEqual(2);
    for (const way of ways) {
      const answer = await way.client(tokens[caller]).send(way.document, ids);
      const outcome = outcomeOf(answer, way);
      expect({ way: way.name, outcome }).toEqual({
        way: way.name,
        outcome: expectedOf(place, caller, way.fields),
      });
      if (place.seenBy.includes(caller))
        expect({ way: way.name, errors: answer.errors }).toMatchObject({ errors: [] });
      for (const field of way.fields) figure[mayRead(place, caller, field) ? 'told' : 'refused'] += 1;
    }
  });
});

const objectFields = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap(type =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.keys(type.getFields()).map(field => `${type.name}.${field}`)
      : [],
  );

const rowsOf = (table: Readonly<Record<string, string>>): string[] =>
  Object.entries(table).flatMap(([type, fields]) => named(fields).map(field => `${type}.${field}`));

const isRoot = (field: string) => /^(Query|Mutation)\./.test(field);

test('every field of the schema has a row, and every row a field', () => {
  const rows = new Set([
    ...Object.values(places).flatMap(place => fieldsOf(place).map(field => `${place.type}.${field}`)),
    ...rowsOf(answers),
  ]);
  const fields = objectFields(api).filter(field => !isRoot(field));
  expect(fields.length).toBeGreaterThan(150);
  expect([...rows].sort()).toEqual(fields.sort());
});

test('every field that subgraphs have beyond it is for services alone, and has a row', () => {
  const more = new Set(subgraphs.flatMap(name => objectFields(ofSubgraph[name])));
  for (const field of objectFields(api)) more.delete(field);
  expect([...more].sort()).toEqual(rowsOf(inner).sort());
});

const innerRequests: [subgraph: SubgraphName, field: string, document: string][] = [
  [
    'auth',
    'revokedSessions',
    '{ revokedSessions(since: "2020-01-01T00:00:00.000Z") { sessionId revokedAt } }',
  ],
  [
    'catalog',
    'reserveStock',
    `mutation { reserveStock(input: { purchaseId: "x", buyerId: "x", reservedUntil: "2020-01-01T00:00:00.000Z", lines: [] })
      { reservation { purchaseId sellerId status lines { bookId title quantity unitPrice { amount } } } userErrors { code } } }`,
  ],
  ['purchase', 'unfinishedPurchases', '{ unfinishedPurchases(userId: "x") { bought sold } }'],
  ['catalog', 'commitStock', 'mutation { commitStock(input: { purchaseId: "x" }) { userErrors { code } } }'],
  [
    'catalog',
    'releaseStock',
    'mutation { releaseStock(input: { purchaseId: "x" }) { userErrors { code } } }',
  ],
];

describe.each(innerRequests)('%s.%s', (subgraph, _field, document) => {
  test.each(callers)('is nothing that %s can ask for', async caller => {
    const token = tokens[caller];
    const client = token ? store.nobody().as(token) : store.nobody();
    expect(await client.errorCodes(document)).toContain('GRAPHQL_VALIDATION_FAILED');
    const direct = new DirectClient(store.description, subgraph, token);
    expect(await direct.errorCodes(document)).toEqual(['FORBIDDEN']);
  });
});

test.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
  '%s is nothing that a client can ask for, nor a sister service',
  async document => {
    expect(await store.nobody().errorCodes(document)).toContain('GRAPHQL_VALIDATION_FAILED');
    for (const [sister, subgraph] of [
      ['catalog', 'auth'],
      ['purchase', 'catalog'],
      ['catalog', 'purchase'],
    ] as const)
      expect(
        await new DirectClient(store.description, subgraph, undefined, sister).errorCodes(document),
      ).toEqual(['FORBIDDEN']);
  },
);
