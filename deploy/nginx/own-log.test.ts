import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { createHttpServer } from '../../runtime/http-server.ts';
import { createLogger } from '../../runtime/logger.ts';
import { ask } from '../../testing/edge.ts';
import { runNginx } from '../../testing/nginx.ts';
import { httpLines, mainLines } from '../../testing/nginx-configuration.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { freePort } from '../local/free-port.ts';
import { places } from '../local/places.ts';
import { publicAnswersCache } from './public-answers.ts';
import { upstream } from './upstream.ts';
import { writeConfiguration } from './write-configuration.ts';

const folder = join(places.data, 'test', 'own-log');
const log = join(folder, 'own.log');
const app = createHttpServer({
  logger: createLogger('gateway', 'silent'),
  checks: [],
  trustRequestId: false,
  settings: { MAX_REQUESTS: 100, DRAIN_SECONDS: 0 },
});
app.get('/graphql', (_, reply) => reply.header('cache-control', 'public, s-maxage=1').send({ data: {} }));
app.get('/busy', (_, reply) => reply.code(503).send({}));
let port = 0;
let nginx: { stop(): Promise<void> } | undefined;

/** The line by which NGINX in a container keeps its log, for a file of this test. */
function accessLog(): string {
  const container = readFileSync(join(import.meta.dirname, 'container.conf'), 'utf8');
  return (/^ *access_log .*;$/m.exec(container)?.[0] ?? '').replace('/dev/stdout', `"${log}"`);
}

const configuration = (gateway: number): string => `${mainLines(folder)}
events { }
http {
  ${httpLines(folder)}
  include proxy.conf;
  include clients.conf;
  ${accessLog()}
  include header-variables.conf;
  include public-answers-variables.conf;
  ${publicAnswersCache(join(folder, 'answers'))}
  ${upstream('gateways', [`127.0.0.1:${gateway}`])}
  server {
    listen 127.0.0.1:${port};
    include headers.conf;
    include unavailable.conf;
    include public-answers.conf;
    location = /refused { return 429; }
    location / { proxy_pass http://gateways; }
  }
}
`;

beforeAll(async () => {
  if (!nginxProgram()) return;
  rmSync(folder, { recursive: true, force: true });
  port = await freePort();
  const gateway = await freePort();
  await app.listen({ host: '127.0.0.1', port: gateway });
  writeConfiguration(folder, configuration(gateway));
  nginx = await runNginx(folder, [port]);
});
afterAll(async () => {
  await nginx?.stop();
  await app.close();
});

const get = async (path: string) => {
  const { status, headers } = await ask({ port, path, headers: { 'apollo-require-preflight': 'true' } });
  return { path, status, requestId: String(headers['x-request-id']) };
};

/** Asks for the same until NGINX answers by itself. */
async function getKept() {
  for (;;) {
    const answer = await get('/graphql');
    if (/^[0-9a-f]{32}$/.test(answer.requestId)) return answer;
  }
}

/** What was written down, as soon as a path is. */
async function linesUntil(path: string): Promise<Record<string, unknown>[]> {
  for (;;) {
    const written: Record<string, unknown>[] = readFileSync(log, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
    if (written.some(line => line.path === path)) return written;
    await delay(20);
  }
}

nginxTest(
  'NGINX writes down what it answers itself, by the id that it tells, and no gateway’s answer',
  async () => {
    expect((await get('/health')).requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await get('/busy')).toMatchObject({
      status: 503,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const refused = await get('/refused');
    const kept = await getKept();
    await app.close();
    const gone = await get('/gone');
    expect([refused, kept, gone].map(({ status }) => status)).toEqual([429, 200, 503]);
    expect(await linesUntil('/gone')).toEqual([
      expect.objectContaining({ ...refused, cache: '' }),
      expect.objectContaining({ ...kept, cache: 'HIT' }),
      expect.objectContaining({ ...gone, cache: '' }),
    ]);
  },
);
