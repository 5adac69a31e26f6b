import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { ask } from '../../testing/edge.ts';
import { runNginx } from '../../testing/nginx.ts';
import { httpLines, mainLines } from '../../testing/nginx-configuration.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { freePort } from '../local/free-port.ts';
import { places } from '../local/places.ts';
import { plainHttpRefusal } from '../refuse-plain-http.ts';
import { writeConfiguration } from './write-configuration.ts';

const folder = join(places.data, 'test', 'plain-http');
const ports = { led: 0, answered: 0 };
let nginx: { stop(): Promise<void> } | undefined;

/** Two servers that answer all: one of a store that is found by HTTPS, and one of a store that is not. */
const configuration = (): string => `${mainLines(folder)}
events { }
http {
  access_log off;
  ${httpLines(folder)}
  include header-variables.conf;
  map $server_port $https_only { ${ports.led} "https://books.example"; default ""; }
  include plain-http-variables.conf;
  ${[ports.led, ports.answered]
    .map(
      port => `server { listen 127.0.0.1:${port}; include plain-http.conf; location / { return 200 all; } }`,
    )
    .join('\n  ')}
}
`;

beforeAll(async () => {
  if (!nginxProgram()) return;
  rmSync(folder, { recursive: true, force: true });
  ports.led = await freePort();
  ports.answered = await freePort();
  writeConfiguration(folder, configuration());
  nginx = await runNginx(folder, [ports.led, ports.answered]);
});
afterAll(() => nginx?.stop());

nginxTest.each(['/', '/books/0199?from=mail', '/covers/0199/1/400'])('%s leads to HTTPS', async path => {
  const { status, headers } = await ask({ port: ports.led, path });
  expect([status, headers.location]).toEqual([301, `https://books.example${path}`]);
});

nginxTest.each([
  ['/graphql', undefined],
  ['/graphql?query=%7Bme%7Bid%7D%7D', undefined],
  ['/graphql', '{}'],
  ['/covers/0199', 'a picture'],
  ['/ready', '{}'],
])('%s is refused', async (path, body) => {
  const answer = await ask({ port: ports.led, path, ...(body !== undefined && { body }) });
  expect([answer.status, answer.headers.location, answer.body]).toEqual([403, undefined, plainHttpRefusal]);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
});

nginxTest('health checks are answered, and all is where no address is said', async () => {
  for (const path of ['/health', '/ready']) expect((await ask({ port: ports.led, path })).status).toBe(200);
  for (const body of [undefined, '{}'])
    expect((await ask({ port: ports.answered, ...(body && { body }) })).status).toBe(200);
});
