import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { databaseSetting, type ServiceName, serviceNames, subgraphs } from '../../runtime/services.ts';
import { type Broker, startBroker } from '../../testing/broker.ts';
import { brokerProgram } from '../../testing/broker-program.ts';
import { driveStore } from '../../testing/drive-store.ts';
import { operations, type Scene, setScene } from '../../testing/main-operations.ts';
import { purchaseBook } from '../../testing/operations.ts';
import { type Prometheus, type Sample, startPrometheus } from '../../testing/prometheus.ts';
import { prometheusPrograms } from '../../testing/prometheus-program.ts';
import { prometheusTest } from '../../testing/prometheus-test.ts';
import { createTestDatabases } from '../../testing/test-databases.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { freePort } from '../local/free-port.ts';
import { places, projectFolder } from '../local/places.ts';
import { allRules } from './alert-rules.ts';
import { catalogue } from './catalogue.ts';
import { dashboard } from './dashboard/dashboard.ts';

const patienceMilliseconds = 60_000;

let store: TestStore;
let user: StoreUser;
let scene: Scene;
let oracle: ChildProcess;
let oraclePort: number;
let prometheus: Prometheus | undefined;
let broker: Broker | undefined;

const portOf = (service: ServiceName) => store.description.metricsPorts?.[0]?.[service] ?? 0;

beforeAll(async () => {
  const databases = await createTestDatabases('watched');
  if (brokerProgram()) broker = await startBroker({ folder: join(places.data, 'test', 'watched-broker') });
  store = await startTestStore('watched', {
    metrics: true,
    databases,
    // A reader that is never behind: the writer itself.
    settings: {
      DATABASE_URL_CATALOG_READER: databases.catalog,
      RECOVERY_SECONDS: '5',
      ...(broker && { AMQP_URL: broker.url }),
    },
  });
  user = new StoreUser(store.description);
  scene = await setScene(user);
  oraclePort = await freePort();
  const urls = subgraphs.map(name => [databaseSetting(name), databases[name]]);
  const { PATH = '' } = process.env;
  oracle = spawn(process.execPath, ['invariants/main.ts', '--every', '2'], {
    cwd: projectFolder,
    env: { PATH, METRICS_PORT: String(oraclePort), ...Object.fromEntries(urls) },
    stdio: 'ignore',
  });
  if (prometheusPrograms())
    prometheus = await startPrometheus('watched', {
      ...Object.fromEntries(serviceNames.map(name => [name, [portOf(name)]])),
      oracle: [oraclePort],
    });
});

afterAll(async () => {
  await prometheus?.stop();
  if (oracle.exitCode === null) {
    oracle.kill('SIGTERM');
    await once(oracle, 'exit');
  }
  await store?.stop();
  await broker?.stop();
});

/** Whether there is what a metric tells of: queues, where there is a RabbitMQ. */
const isThere = (text: string) => broker !== undefined || !text.includes('bookstore_queue_messages');

/** The numbers that a process tells of a metric, by their labels as they are written. */
async function told(service: ServiceName, name: string): Promise<Record<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${portOf(service)}/metrics`)).text();
  const lines = text.split('\n').filter(line => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return Object.fromEntries(
    lines.map(line => {
      const at = line.lastIndexOf(' ');
      return [line.slice(name.length, at), Number(line.slice(at + 1))];
    }),
  );
}

/** By how much numbers grow while something is done; those that stay are left out. */
async function growth(
  service: ServiceName,
  name: string,
  work: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const before = await told(service, name);
  await work();
  const after = Object.entries(await told(service, name));
  return Object.fromEntries(
    after.map(([labels, value]) => [labels, value - (before[labels] ?? 0)]).filter(([, by]) => by !== 0),
  );
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + patienceMilliseconds; !(await isSo()); await delay(200))
    if (Date.now() > deadline) throw new Error(`It is not so: ${what}`);
}

const ask = (name: keyof typeof operations) => {
  const [query, sender, variables] = operations[name];
  return sender(scene).send(query, variables(scene));
};

const times = async (count: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < count; done += 1) await work();
};

// First, since later tests break things.
describe('Prometheus', () => {
  const query = (expression: string) =>
    prometheus?.query(expression.replaceAll('$__rate_interval', '1m')) ?? [];

  prometheusTest('finds something for every query of the dashboard', async () => {
    let isOver = false;
    scene = await setScene(user);
    const driving = driveStore(user, 2, () => isOver);
    const paying = (async () => {
      while (!isOver) await ask('newest');
    })();
    const queries = (dashboard().panels ?? []).flatMap(panel =>
      'targets' in panel
        ? (panel.targets ?? []).map(target => ('expr' in target ? String(target.expr) : ''))
        : [],
    );
    const isEmpty = async (expression: string) =>
      !(await query(expression)).some(({ value }: Sample) => !Number.isNaN(value));
    let empty = queries.filter(isThere);
    const deadline = Date.now() + 2 * patienceMilliseconds;
    while (empty.length > 0 && Date.now() < deadline) {
      await delay(1_000);
      const results = await Promise.all(empty.map(isEmpty));
      empty = empty.filter((_, index) => results[index]);
    }
    isOver = true;
    await Promise.all([driving, paying]);
    expect(queries.length).toBeGreaterThan(60);
    expect(empty).toEqual([]);
  });

  prometheusTest('has the metrics of the catalogue, and no others of ours', async () => {
    const samples = await query('count by (__name__) ({__name__=~"bookstore_.+"})');
    const names = samples.map(({ labels }: Sample) => labels.__name__?.replace(/_(bucket|sum|count)$/, ''));
    const expected = (await catalogue()).map(({ name }) => name).filter(isThere);
    expect([...new Set(names)].toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  prometheusTest('has every metric that a rule names, and nothing to alert of', async () => {
    const names = new Set(
      allRules().flatMap(({ expr }) => expr.match(/\b(bookstore|nodejs|process)[:_][\w:]+/g) ?? []),
    );
    expect(names.size).toBeGreaterThan(15);
    for (const name of [...names].filter(isThere))
      expect([name, (await query(name)).length]).not.toEqual([name, 0]);
    expect(await query('ALERTS{alertstate="firing"}')).toEqual([]);
  });

  prometheusTest('is about to alert as soon as a service is gone', async () => {
    await store.process('worker').stop('SIGKILL');
    const alerts = async () =>
      (await query('ALERTS')).map(({ labels }: Sample) => `${labels.alertname} ${labels.job}`);
    await until(async () => (await alerts()).includes('ServiceDown worker'), 'ServiceDown is pending');
    store.process('worker').start();
    await store.process('worker').ready();
    await until(async () => !(await alerts()).includes('ServiceDown worker'), 'ServiceDown is over');
  });
});

describe('what the gateway tells of operations', () => {
  const grown = (work: () => Promise<unknown>) => growth('gateway', 'bookstore_operations_total', work);

  test('each counts once with its field and how it ended', async () => {
    const counts = await grown(async () => {
      await times(7, () => ask('providers'));
      await times(2, () => scene.nobody.send('{ me { id } }'));
      await scene.nobody.send('{ nothing }');
      await scene.nobody.send('{');
      await purchaseBook(scene.buyer.client, { bookId: scene.bookId, quantity: 900 });
    });
    expect(counts).toEqual({
      '{type="query",field="deliveryProviders",outcome="ok"}': 7,
      '{type="query",field="me",outcome="ok"}': 2,
      '{type="none",field="none",outcome="client_error"}': 2,
      '{type="mutation",field="purchaseBook",outcome="refused"}': 1,
    });
  });

  test('one of several fields counts with each, whatever they are called there', async () => {
    const query =
      'query Own { one: books(first: 1) { totalCount } two: book(id: "x") { id } ...F } fragment F on Query { deliveryProviders { id } }';
    expect(await grown(() => scene.nobody.send(query))).toEqual({
      '{type="query",field="books",outcome="ok"}': 1,
      '{type="query",field="book",outcome="ok"}': 1,
      '{type="query",field="deliveryProviders",outcome="ok"}': 1,
    });
  });

  test('how long they take is told, but not of what was refused before it began', async () => {
    const durations = await growth('gateway', 'bookstore_operation_duration_seconds_count', async () => {
      await times(3, () => ask('book'));
      await times(3, () => scene.nobody.send('{ book }'));
    });
    expect(durations).toEqual({ '{type="query",field="book"}': 3 });
  });

  test('names, fields and paths that clients make up make no series', async () => {
    const series = async () =>
      (
        await Promise.all(
          ['operations_total', 'http_requests_total'].map(name => told('gateway', `bookstore_${name}`)),
        )
      ).flatMap(Object.keys);
    await fetch(`${scene.nobody.url}/elsewhere`);
    await scene.nobody.send('query First { first }');
    await scene.nobody.send('query First { __typename }');
    const before = await series();
    for (let made = 0; made < 50; made += 1) {
      await scene.nobody.send(`query Made${made} { __typename }`);
      await scene.nobody.send(`query Made${made} { made${made} }`);
      await fetch(`${scene.nobody.url}/made/${made}`);
    }
    expect(await series()).toEqual(before);
  });
});

test('metrics are told on their own port alone', async () => {
  for (const name of serviceNames) {
    expect(Object.keys(await told(name, 'bookstore_build_info'))).toHaveLength(1);
    const port = store.description.ports[0]?.[name];
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
  }
});

test('no metric shows who uses the store, or by which password it reaches its databases', async () => {
  const { buyer, seller, bookId, toPay } = scene;
  const passwords = Object.values(store.description.serviceDatabases ?? store.description.databases).map(
    url => new URL(url).password,
  );
  const values = [buyer.id, buyer.email, buyer.name, seller.id, seller.email, bookId, toPay, ...passwords];
  for (const port of [...serviceNames.map(portOf), oraclePort]) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('bookstore_');
    for (const value of values.filter(Boolean)) expect(text).not.toContain(value);
  }
});

test('a part that is gone: its callers tell how they were refused, and that they leave it alone', async () => {
  const auth = store.process('auth');
  await auth.stop('SIGKILL');
  try {
    const outcomes = await growth('gateway', 'bookstore_operations_total', () => times(8, () => ask('me')));
    expect(outcomes).toEqual({ '{type="query",field="me",outcome="unavailable"}': 8 });
    const partial = await growth('gateway', 'bookstore_operations_total', () => ask('book'));
    expect(partial).toEqual({ '{type="query",field="book",outcome="partial"}': 1 });
    const parts = await told('gateway', 'bookstore_part_requests_total');
    expect(parts['{part="auth",outcome="refused"}']).toBeGreaterThanOrEqual(1);
    expect(parts['{part="auth",outcome="left_alone"}']).toBeGreaterThanOrEqual(1);
    expect(await told('gateway', 'bookstore_part_replicas')).toMatchObject({
      '{part="auth",state="left_alone"}': 1,
      '{part="auth",state="in_use"}': 0,
      '{part="catalog",state="left_alone"}': 0,
    });
  } finally {
    auth.start();
    await auth.ready();
  }
  // Where auth starts within a second, the gateway still leaves it alone for the rest of it.
  await until(async () => {
    await ask('me');
    return (await told('gateway', 'bookstore_part_replicas'))['{part="auth",state="left_alone"}'] === 0;
  }, 'auth is asked again');
});

test('what is known of ended sessions is a second old, and grows old while auth is gone', async () => {
  const knowing = ['auth', 'catalog', 'purchase'] as const;
  const age = async (service: ServiceName) => {
    const ages = await told(service, 'bookstore_revocations_age_seconds');
    // Who reads the metrics while another does shares what that one reads: of a process that is just ready, no age yet.
    expect([[], ['']]).toContainEqual(Object.keys(ages));
    return ages[''] ?? Number.NaN;
  };
  for (const service of knowing) await until(async () => (await age(service)) < 2.5, `${service} has heard`);
  const auth = store.process('auth');
  await auth.stop('SIGKILL');
  try {
    for (const service of ['catalog', 'purchase'] as const)
      await until(async () => (await age(service)) > 5, `${service} has not heard for long`);
  } finally {
    auth.start();
    await auth.ready();
  }
  for (const service of knowing)
    await until(async () => (await age(service)) < 2.5, `${service} hears again`);
});

test('events that wait to be delivered, and for how long', async () => {
  const auth = store.process('auth');
  const undelivered = async () =>
    (await told('purchase', 'bookstore_outbox_undelivered'))['{subgraph="purchase"}'];
  const oldest = 'bookstore_outbox_oldest_undelivered_seconds';
  await (broker ? broker.kill() : auth.stop('SIGKILL'));
  try {
    expect(await ask('purchase')).toMatchObject({ errors: [], data: { purchaseBook: { userErrors: [] } } });
    // Prometheus may have begun to look just before; who asks at the same time is told the same.
    await until(async () => Number(await undelivered()) > 0, 'an event waits');
    await delay(1_000);
    expect((await told('worker', oldest))['{subgraph="purchase"}']).toBeGreaterThan(0.9);
  } finally {
    if (broker) await broker.start();
    else auth.start();
    await auth.ready();
  }
  await until(async () => (await undelivered()) === 0, 'all is delivered');
  expect((await told('worker', oldest))['{subgraph="purchase"}']).toBe(0);
});

test('reservations, those that ran out, and what waits for the worker', async () => {
  const worker = store.process('worker');
  await worker.stop();
  const one = async (name: string) => Object.values(await told('purchase', `bookstore_${name}`))[0];
  const open = (await one('reservations_open')) ?? 0;
  const { purchase } = await purchaseBook(scene.buyer.client, { bookId: scene.bookId });
  expect(await one('reservations_open')).toBe(open + 1);
  expect(await one('reservations_past_due')).toBe(0);
  await user.rows(
    'purchase',
    'UPDATE purchase SET reserved_until = UTC_TIMESTAMP(3) - INTERVAL 5 SECOND, due_at = UTC_TIMESTAMP(3) - INTERVAL 5 SECOND WHERE id = ?',
    [purchase?.id ?? ''],
  );
  expect(await one('reservations_past_due')).toBe(1);
  expect(await one('purchases_due')).toBe(1);
  expect(await one('purchases_oldest_due_seconds')).toBeGreaterThan(4.9);
  worker.start();
  await worker.ready();
  await until(async () => (await one('reservations_past_due')) === 0, 'the worker has undone it');
  await until(async () => (await one('purchases_due')) === 0, 'nothing is due any more');
});

test('a dead letter, and what came behind it', async () => {
  const id = '01a1fc24-2252-767d-894b-46946694e3';
  const insert = (end: string, dead: string) =>
    user.rows(
      'auth',
      `INSERT INTO inbox_event (event_id, source, stream, type, version, subject, subject_sequence, occurred_at, body, received_at, dead_at)
       VALUES ('${id}${end}', 'purchase', 'purchase', 'PurchasePaid', 1, '${id}00', ${end}, NOW(3), '{}', UTC_TIMESTAMP(3) - INTERVAL 90 SECOND, ${dead})`,
    );
  const one = async (name: string) => (await told('auth', `bookstore_${name}`))['{subgraph="auth"}'];
  await until(async () => (await one('inbox_unapplied')) === 0, 'all events took effect');
  expect(await one('dead_letters')).toBe(0);
  try {
    await insert('01', 'UTC_TIMESTAMP(3)');
    await insert('02', 'NULL');
    expect(await one('dead_letters')).toBe(1);
    expect(await one('inbox_unapplied')).toBe(1);
    expect(await one('inbox_oldest_unapplied_seconds')).toBeGreaterThan(89);
  } finally {
    await user.rows('auth', `DELETE FROM inbox_event WHERE event_id LIKE '${id}%'`);
  }
});

test('the pool of connections: how many there may be, are in use, and are idle', async () => {
  await ask('newest');
  const server = new URL(store.description.databases.catalog).host;
  const state = await told('catalog', 'bookstore_pool_connections');
  const of = (role: string) => `role="${role}",server="${server}"`;
  expect(await told('catalog', 'bookstore_pool_size')).toEqual({
    [`{${of('writer')}}`]: 20,
    [`{${of('reader')}}`]: 20,
  });
  // The scrape itself has one.
  expect(state[`{${of('writer')},state="in_use"}`]).toBeGreaterThanOrEqual(0);
  expect(state[`{${of('reader')},state="idle"}`]).toBeGreaterThanOrEqual(1);
  expect(await told('catalog', 'bookstore_reader_in_use')).toEqual({ [`{server="${server}"}`]: 1 });
  const statements = await growth('catalog', 'bookstore_statement_duration_seconds_count', () =>
    times(5, () => ask('search')),
  );
  expect(statements[`{${of('reader')}}`]).toBeGreaterThanOrEqual(5);
});
