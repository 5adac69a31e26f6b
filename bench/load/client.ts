import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type Dispatcher, Pool } from 'undici';
import { z } from 'zod';
import { sendRequest } from '../../runtime/send-request.ts';
import { count, port } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { loadResult } from './sample.ts';
import { type SentRequest, sentRequest } from './sent-request.ts';

// A process that sends the requests of a file to a server in turn, again and again, and prints what it counted as one line
// of JSON: from so many connections as fast as answers come (RATE=0), or so many a second whether answers come or not. An
// answer counts when it is HTTP 200, has BYTES or more, and tells of no GraphQL error.

const settings = readSettings({
  PORT: port,
  REQUESTS_FILE: z.string(),
  BYTES: count(1, 100_000_000, 1),
  CONNECTIONS: count(1, 10_000, 50),
  SECONDS: count(1, 3_600, 5),
  RATE: z.coerce.number().min(0).max(1_000_000).default(0),
});

const requests = z
  .array(sentRequest)
  .min(1)
  .parse(JSON.parse(readFileSync(settings.REQUESTS_FILE, 'utf8')));
const origin = `http://127.0.0.1:${settings.PORT}`;
const milliseconds: number[] = [];
let failed = 0;
let sent = 0;

function nextRequest(): SentRequest {
  const request = requests[sent % requests.length];
  sent += 1;
  if (!request) throw new RangeError('There is no request.');
  return request;
}

async function ask(by: Dispatcher, due: number): Promise<void> {
  const { method, path, headers, body = null } = nextRequest();
  try {
    const answer = await sendRequest(by, { method, path, headers, body });
    const isRight =
      answer.status === 200 && answer.body.length >= settings.BYTES && !answer.body.includes('"errors":[');
    if (isRight) milliseconds.push(performance.now() - due);
    else failed += 1;
  } catch {
    failed += 1;
  }
}

const began = performance.now();
const end = began + 1000 * settings.SECONDS;

// What a request costs here it takes from what is measured: so each connection is by itself, without a pool that chooses one.
async function askAllTheTime(): Promise<void> {
  const connection = new Client(origin);
  while (performance.now() < end) await ask(connection, performance.now());
  await connection.close();
}

async function askAtRate(): Promise<void> {
  const pool = new Pool(origin, { connections: settings.CONNECTIONS });
  const asked: Promise<void>[] = [];
  for (let due = began; due < end; due += 1000 / settings.RATE) {
    const wait = due - performance.now();
    if (wait > 0) await delay(wait);
    asked.push(ask(pool, due));
  }
  await Promise.all(asked);
  await pool.close();
}

if (settings.RATE > 0) await askAtRate();
else await Promise.all(Array.from({ length: settings.CONNECTIONS }, askAllTheTime));
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify(loadResult(milliseconds, failed, seconds)));
