import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ServiceName, serviceNames } from '../../runtime/services.ts';
import { type CollectedSpan, type Collector, startCollector } from '../../testing/collector.ts';
import { operations, type Scene, setScene } from '../../testing/main-operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { withoutTable } from '../../testing/without-table.ts';
import { places } from '../local/places.ts';

let collector: Collector;
let store: TestStore;
let scene: Scene;

beforeAll(async () => {
  collector = await startCollector();
  store = await startTestStore('traces', {
    settings: {
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20key',
    },
  });
  scene = await setScene(new StoreUser(store.description));
});

afterAll(async () => {
  await store?.stop();
  collector?.stop();
});

/** Sends one of the main operations; the id of the request. */
async function send(name: keyof typeof operations, headers: Record<string, string> = {}): Promise<string> {
  const [query, sender, variables] = operations[name];
  const { token, url } = sender(scene);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables: variables(scene) }),
  });
  await response.text();
  return response.headers.get('x-request-id') ?? '';
}

const ofRequest = (id: string) => (span: CollectedSpan) =>
  span.service === 'gateway' && span.attributes['bookstore.request_id'] === id;

/** What a process has logged of a request. */
function logged(service: ServiceName, id: string): Record<string, unknown>[] {
  const lines = readFileSync(join(places.data, 'test', 'logs', `traces-${service}-0.log`), 'utf8').split(
    '\n',
  );
  return lines.filter(line => line.includes(id)).map(line => JSON.parse(line));
}

/** Does without a table for a while. */
const without = <Result>(service: 'auth' | 'catalog', table: string, work: () => Promise<Result>) =>
  withoutTable(store.description.databases[service], table, work);

const hasAllParents = (spans: CollectedSpan[]) => {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return spans.every(({ parentSpanId }) => parentSpanId === '' || ids.has(parentSpanId));
};

test('a payment is one trace over the gateway, the subgraphs, their SQL, and the handlers of its events', async () => {
  const id = await send('pay');
  const { traceId } = await collector.span(ofRequest(id));
  const spans = await collector.trace(
    traceId,
    all =>
      ['process PurchasePaid', 'process StockCommitted', 'send PurchasePaid'].every(name =>
        all.some(span => span.name === name),
      ) && hasAllParents(all),
  );
  const one = (service: string, name: string) => {
    const [found, another] = spans.filter(span => span.service === service && span.name === name);
    if (!found || another) throw new Error(`There is not one ${name} of ${service}.`);
    return found;
  };
  const pathTo = (span: CollectedSpan): string[] => {
    const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
    return [...(parent ? pathTo(parent) : []), `${span.service}: ${span.name}`];
  };

  expect(spans.filter(span => span.parentSpanId === '').map(span => span.name)).toEqual([
    'mutation payPurchase',
  ]);
  const inPurchase = [
    'gateway: mutation payPurchase',
    'gateway: ask purchase',
    'purchase: mutation payPurchase',
  ];
  expect(pathTo(one('catalog', 'mutation commitStock'))).toEqual([
    ...inPurchase,
    'purchase: ask catalog',
    'catalog: mutation commitStock',
  ]);
  expect(pathTo(one('auth', 'process PurchasePaid'))).toEqual([...inPurchase, 'auth: process PurchasePaid']);
  expect(pathTo(one('purchase', 'process StockCommitted'))).toEqual([
    ...inPurchase,
    'purchase: ask catalog',
    'catalog: mutation commitStock',
    'purchase: process StockCommitted',
  ]);
  const statements = spans.filter(span => span.attributes['db.system.name'] === 'mysql');
  const statementsOf = (service: string) =>
    statements.filter(span => span.service === service).map(({ name }) => name);
  expect(statementsOf('catalog')).toEqual(expect.arrayContaining(['INSERT outbox_event', 'COMMIT']));
  expect(statementsOf('purchase')).toEqual(expect.arrayContaining(['INSERT outbox_event', 'COMMIT']));
  expect(statementsOf('auth')).toEqual(expect.arrayContaining(['INSERT notification DUAL account_deletion']));
  expect(collector.authorizations).toEqual(new Set(['Bearer key']));
});

test('no span shows what people gave, or ids of theirs', async () => {
  for (const name of ['register', 'login', 'publish', 'purchase', 'chooseDelivery', 'search'] as const)
    await send(name);
  const { buyer, seller, bookId, toPay, toDeliver } = scene;
  // What follows is sent later than all of theirs.
  await collector.span(ofRequest(await send('newest')));
  const shown = JSON.stringify(collector.spans);
  expect(collector.spans.filter(({ name }) => name.startsWith('SELECT')).length).toBeGreaterThan(50);
  const values = [
    buyer.id,
    buyer.email,
    buyer.name,
    buyer.password,
    seller.id,
    seller.name,
    bookId,
    toPay,
    toDeliver,
  ];
  for (const value of [...values, 'vorágine', 'voragine', 'reader.example'])
    expect(shown).not.toContain(value);
  // The price, as a whole word: in the middle of a trace's name or of a time the digits stand by chance.
  expect(shown).not.toMatch(/\b1250\b/);
});

test('a log line tells the request and the trace, in whichever process it is written', async () => {
  const id = await without('catalog', 'book', () => send('book'));
  const { traceId: trace_id, status } = await collector.span(ofRequest(id));
  expect(logged('gateway', id)).toContainEqual(
    expect.objectContaining({ requestId: id, trace_id, msg: 'an operation ended', ended: { book: 'error' } }),
  );
  expect(logged('catalog', id)).toContainEqual(
    expect.objectContaining({ requestId: id, trace_id, msg: 'an operation failed' }),
  );
  expect(status.code).toBe(2);
});

test('so does one of the handler of an event, in another process and later', async () => {
  const id = await without('auth', 'notification', async () => {
    const shipped = await send('ship');
    while (logged('auth', shipped).length === 0) await delay(100);
    return shipped;
  });
  const { traceId: trace_id } = await collector.span(ofRequest(id));
  expect(logged('auth', id)).toContainEqual(
    expect.objectContaining({
      requestId: id,
      trace_id,
      type: 'PurchaseShipped',
      msg: 'an event cannot be applied',
    }),
  );
});

const strange = { traceId: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', spanId: 'bbbbbbbbbbbbbbbb' };
const traceparent = `00-${strange.traceId}-${strange.spanId}-01`;

test('the trace of a stranger is only mentioned', async () => {
  const { traceId, links, parentSpanId } = await collector.span(ofRequest(await send('me', { traceparent })));
  expect(traceId).not.toBe(strange.traceId);
  expect(parentSpanId).toBe('');
  expect(links).toEqual([{ traceId: strange.traceId }]);
});

test('what is not recorded is recorded nowhere, whatever a client says, and events neither', async () => {
  await store.process('gateway').restart({ OTEL_TRACES_SAMPLER_ARG: '0' });
  const id = await send('publish', { traceparent });
  const [line] = logged('gateway', id);
  expect(line?.trace_id).toMatch(/^[\da-f]{32}$/);
  await store.process('gateway').restart();
  // Each subgraph sends spans in order: when these have come, those would have, too.
  for (const name of ['me', 'book', 'providers'] as const) {
    const { traceId } = await collector.span(ofRequest(await send(name)));
    await collector.trace(traceId, spans => spans.some(({ service }) => service !== 'gateway'));
  }
  const traces = new Set(collector.spans.map(({ traceId }) => traceId));
  expect(traces.has(String(line?.trace_id)) || traces.has(strange.traceId)).toBe(false);
  const [event] = await new StoreUser(store.description).rows<{ traceparent: string | null }>(
    'catalog',
    'SELECT traceparent FROM outbox_event WHERE request_id = ?',
    [id],
  );
  expect(event).toEqual({ traceparent: null });
});

test('a name that a client makes up is cut off, in spans and in logs', async () => {
  const response = await fetch(`${scene.nobody.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `query ${'n'.repeat(5_000)} { deliveryProviders { id } }` }),
  });
  const id = response.headers.get('x-request-id') ?? '';
  const shown = 'n'.repeat(100);
  expect((await collector.span(ofRequest(id))).attributes['graphql.operation.name']).toBe(shown);
  expect(logged('gateway', id).map(({ operationName }) => operationName)).toEqual([shown]);
});

test('no log line shows what people gave, a token or a password, not of what failed either', async () => {
  const input = {
    name: 'Somebody Secret',
    email: 'somebody@secret.example',
    password: 'a quiet secret of somebody',
  };
  await without('auth', 'user', () =>
    scene.nobody.send(
      'mutation($input: RegisterInput!) { register(input: $input) { userErrors { code } } }',
      {
        input,
      },
    ),
  );
  const text = serviceNames
    .map(name => readFileSync(join(places.data, 'test', 'logs', `traces-${name}-0.log`), 'utf8'))
    .join('');
  expect(text).toContain('an operation failed');
  const { buyer, seller } = scene;
  const databases = Object.values(store.description.serviceDatabases ?? store.description.databases).map(
    url => new URL(url).password,
  );
  const secrets = [buyer.password, buyer.client.token ?? '', seller.client.token ?? '', ...databases];
  const given = [
    buyer.email,
    buyer.name,
    seller.email,
    seller.name,
    ...Object.values(input),
    'vorágine',
    'Bearer',
  ];
  for (const value of [...secrets, ...given].filter(Boolean)) expect(text).not.toContain(value);
});

test('without an endpoint nothing of it is loaded', async () => {
  const modulesOf = async (name: ServiceName, settings: Record<string, string>) => {
    const file = join(places.data, 'test', `modules-of-${name}`);
    rmSync(file, { force: true });
    const note = new URL('../../testing/note-modules.ts', import.meta.url).href;
    await store.process(name).restart({ ...settings, NODE_OPTIONS: `--import=${note}`, NOTED_MODULES: file });
    return readFileSync(file, 'utf8').split('\n');
  };
  // @apollo/gateway loads one of its own, older and for metrics, whether they are sent or not (telemetry-off.ts).
  const sdk = /@opentelemetry\/(sdk-trace|exporter-trace-otlp-http)\//;
  const off = { OTEL_EXPORTER_OTLP_ENDPOINT: '' };
  for (const loaded of await Promise.all(serviceNames.map(name => modulesOf(name, off)))) {
    expect(loaded.length).toBeGreaterThan(20);
    expect(loaded.filter(url => sdk.test(url))).toEqual([]);
  }
  const before = collector.spans.length;
  await send('ownPurchases');
  expect((await modulesOf('catalog', {})).filter(url => sdk.test(url)).length).toBeGreaterThan(3);
  expect(collector.spans.length).toBe(before);
}, 240_000);
