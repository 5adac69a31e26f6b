import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serviceNames } from '../../runtime/services.ts';
import { operations, type Scene, setScene } from '../../testing/main-operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { freePort } from '../local/free-port.ts';
import { places } from '../local/places.ts';

// So long an export waits for its answer here: whoever waited for it would not be overlooked.
const exportMilliseconds = 60_000;
const atMostMilliseconds = 5_000;
const usedMilliseconds = 6_000;

let store: TestStore;
let scene: Scene;
let port: number;
let collector: Server | undefined;
let exports = 0;

/** Opens a collector that does so with whatever is sent. */
async function openCollector(answer: (response: ServerResponse) => void): Promise<void> {
  const server = createServer((request, response) => {
    exports += 1;
    request.resume();
    answer(response);
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  collector = server;
}

function closeCollector(): void {
  collector?.close();
  collector?.closeAllConnections();
  collector = undefined;
}

beforeAll(async () => {
  port = await freePort();
  await openCollector(response => response.writeHead(400).end('no'));
  store = await startTestStore('collector_down', {
    settings: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_EXPORTER_OTLP_TIMEOUT: String(exportMilliseconds),
    },
  });
  scene = await setScene(new StoreUser(store.description));
});

afterAll(async () => {
  closeCollector();
  await store?.stop();
});

/** Reads and buys for a while, everything with success; how long the longest operation took, in milliseconds. */
async function longest(): Promise<number> {
  const durations: number[] = [];
  const end = performance.now() + usedMilliseconds;
  while (performance.now() < end)
    for (const name of ['newest', 'me', 'purchase'] as const) {
      const [query, sender, variables] = operations[name];
      const since = performance.now();
      await sender(scene).ask(query, variables(scene));
      durations.push(performance.now() - since);
    }
  return Math.max(...durations);
}

const complaints = () =>
  serviceNames.map(
    name =>
      readFileSync(join(places.data, 'test', 'logs', `collector_down-${name}-0.log`), 'utf8').match(
        /"level":"warn".*traces cannot be sent/g,
      )?.length ?? 0,
  );

async function untilSent(): Promise<void> {
  const before = exports;
  for (const deadline = Date.now() + exportMilliseconds; exports === before; await delay(100))
    if (Date.now() > deadline) throw new Error('No spans are sent.');
}

test('a collector that takes nothing is told of once a minute, and nobody waits for it', async () => {
  expect(await longest()).toBeLessThan(atMostMilliseconds);
  expect(exports).toBeGreaterThan(serviceNames.length);
  expect(Math.max(...complaints())).toBe(1);
});

test('nobody waits for one that is not there', async () => {
  closeCollector();
  expect(await longest()).toBeLessThan(atMostMilliseconds);
});

test('nor for one that hangs, neither to be answered nor to stop', async () => {
  await openCollector(() => undefined);
  const sent = untilSent();
  expect(await longest()).toBeLessThan(atMostMilliseconds);
  await sent;
  const began = performance.now();
  await Promise.all(serviceNames.map(name => store.process(name).stop()));
  expect(performance.now() - began).toBeLessThan(exportMilliseconds / 4);
});
