import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { ask } from '../../testing/edge.ts';
import { runNginx } from '../../testing/nginx.ts';
import { httpLines, mainLines } from '../../testing/nginx-configuration.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { freePort } from '../local/free-port.ts';
import { places } from '../local/places.ts';
import { writeConfiguration } from './write-configuration.ts';

const folder = join(places.data, 'test', 'clients');

/** An NGINX that answers whom it takes a client for; it believes where a request says that it comes from. */
const configuration = (port: number): string => `${mainLines(folder)}
events { }
http {
  access_log off;
  ${httpLines(folder)}
  include clients.conf;
  server {
    listen 127.0.0.1:${port};
    set_real_ip_from 127.0.0.1;
    real_ip_header X-Real-IP;
    location / { return 200 $client_network; }
  }
}
`;

nginxTest('an IPv4 address is a client, and so is an IPv6 network of 64 bits', async () => {
  rmSync(folder, { recursive: true, force: true });
  const port = await freePort();
  writeConfiguration(folder, configuration(port));
  const nginx = await runNginx(folder, [port]);
  const clientOf = async (address: string) =>
    (await ask({ port, path: '/', headers: { 'x-real-ip': address } })).body;
  try {
    expect(await clientOf('203.0.113.7')).toBe('203.0.113.7');
    const home = await clientOf('2001:db8:1:2::7');
    expect(await clientOf('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe(home);
    expect(await clientOf('2001:db8:1:3::7')).not.toBe(home);
    expect(await clientOf('2001:db8::7')).toBe(await clientOf('2001:db8::8:7'));
    expect(await clientOf('2001:db8::7')).not.toBe(home);
  } finally {
    await nginx.stop();
  }
});
