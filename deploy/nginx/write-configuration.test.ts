import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { places } from '../local/places.ts';
import { writeConfiguration } from './write-configuration.ts';

test('a folder has what the configuration includes, and nothing that would have NGINX reload for others’ sake', () => {
  const folder = join(places.data, 'test', 'write-configuration');
  rmSync(folder, { recursive: true, force: true });
  const configuration =
    'http { include proxy.conf; include tls.conf; include unavailable.conf; include /etc/nginx/mime.types; }';
  writeConfiguration(folder, configuration);
  expect(readdirSync(folder).sort()).toEqual([
    'headers.conf',
    'nginx.conf',
    'proxy.conf',
    'tls.conf',
    'unavailable.conf',
  ]);
  expect(readFileSync(join(folder, 'nginx.conf'), 'utf8')).toBe(configuration);
});
