import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { ask, domain } from '../../testing/edge.ts';
import { runNginx } from '../../testing/nginx.ts';
import { httpLines, mainLines } from '../../testing/nginx-configuration.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { startContainer } from '../../testing/start-container.ts';
import { freePort } from '../local/free-port.ts';
import { places } from '../local/places.ts';
import { plainHttpRefusal } from '../refuse-plain-http.ts';
import { writeConfiguration } from './write-configuration.ts';

const folder = join(places.data, 'test', 'start-container');
let nginx: { stop(): Promise<void> } | undefined;

afterEach(async () => {
  await nginx?.stop();
  nginx = undefined;
});

/** The line by which container.conf includes a file; none where it does not. */
function includes(file: string): string {
  const container = readFileSync(join(import.meta.dirname, 'container.conf'), 'utf8');
  return container.split('\n').find(line => line.trim() === `include ${file};`) ?? '';
}

/** What decides about plain HTTP as container.conf has it, before a page that answers all. */
const configuration = (ports: { http: number; https: number }): string => `${mainLines(folder)}
events { }
http {
  access_log off;
  ${httpLines(folder)}
  include header-variables.conf;
  ${includes('/tmp/https-only.conf').replace('/tmp/', 'tmp/')}
  ${includes('plain-http-variables.conf')}
  server {
    listen 127.0.0.1:${ports.http};
    listen 127.0.0.1:${ports.https} ssl;
    ssl_certificate tmp/tls/certificate.pem;
    ssl_certificate_key tmp/tls/key.pem;
    ${includes('plain-http.conf')}
    location / { return 200 all; }
  }
}
`;

/** NGINX by what the script writes with these settings. */
async function start(settings: Record<string, string>) {
  rmSync(folder, { recursive: true, force: true });
  const { files } = await startContainer({ TLS_NAME: domain, ...settings });
  mkdirSync(join(folder, 'tmp', 'tls'), { recursive: true });
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
  const ports = { http: await freePort(), https: await freePort() };
  writeConfiguration(folder, configuration(ports));
  nginx = await runNginx(folder, [ports.http, ports.https]);
  return { ports, ca: files.get('/tmp/tls/certificate.pem') ?? '' };
}

nginxTest('with HTTPS_ONLY pages lead there, and the API is refused, by plain HTTP alone', async () => {
  const { ports, ca } = await start({ HTTPS_ONLY: `https://${domain}/` });
  const page = await ask({ port: ports.http, path: '/books' });
  expect([page.status, page.headers.location]).toEqual([301, `https://${domain}/books`]);
  const refused = await ask({ port: ports.http, body: '{}' });
  expect([refused.status, refused.body]).toEqual([403, plainHttpRefusal]);
  for (const body of [undefined, '{}'])
    expect((await ask({ port: ports.https, ca, ...(body && { body }) })).body).toBe('all');
});

nginxTest('without it plain HTTP is answered too', async () => {
  const { ports } = await start({});
  for (const body of [undefined, '{}'])
    expect((await ask({ port: ports.http, ...(body && { body }) })).body).toBe('all');
});

test('gateways are asked by TLS where their authority is said, by plain HTTP otherwise', async () => {
  const plain = await startContainer({});
  expect(plain.nginxArguments).toContain('-c /etc/nginx/bookstore/container.conf');
  expect(plain.files.get('/tmp/gateway-tls.conf')).toBe('');
  const { files, nginxArguments } = await startContainer({ GATEWAY_CA_FILE: '/run/internal-tls/ca.crt' });
  expect(nginxArguments).toContain('-c /tmp/nginx/container.conf');
  expect(files.get('/tmp/gateway-tls.conf')).toContain(
    'proxy_ssl_trusted_certificate /run/internal-tls/ca.crt;',
  );
  const asked = [...files.values()].join('\n').match(/proxy_pass \S+/g);
  expect(new Set(asked)).toEqual(new Set(['proxy_pass https://gateways;']));
  expect(includes('/tmp/gateway-tls.conf')).not.toBe('');
});

test('whose word counts about where a request comes from is said by TRUSTED_PROXIES alone', async () => {
  const conf = '/tmp/trusted-proxies.conf';
  expect((await startContainer({})).files.get(conf)).toBe('');
  expect((await startContainer({ TRUSTED_PROXIES: '10.0.0.0/8 192.0.2.1' })).files.get(conf)).toBe(
    'set_real_ip_from 10.0.0.0/8;\nset_real_ip_from 192.0.2.1;\nreal_ip_header X-Forwarded-For; real_ip_recursive on;\n',
  );
  expect(includes(conf)).not.toBe('');
});
