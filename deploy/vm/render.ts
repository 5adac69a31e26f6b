import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { services } from '../../runtime/services.ts';
import { flag } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { nginxConfiguration } from './nginx/nginx-configuration.ts';
import { processes } from './processes.ts';
import { unitsOf } from './systemd/units.ts';

// node deploy/vm/render.ts: writes what a VM's systemd and NGINX need for this release. install.sh calls it.

const folder = z.string().startsWith('/', 'must be an absolute path');
const version = z.string().regex(/^\d+(\.\d+)+/, 'must be a version such as 1.26.3');

const settings = readSettings({
  RENDERED: folder,
  HOME_FOLDER: folder,
  CONFIGURATION_FOLDER: folder,
  STATE_FOLDER: folder,
  DOMAIN: z.string(),
  NGINX_VERSION: version,
  OPENSSL_VERSION: version,
  HAS_BROTLI: flag(false),
  HAS_IPV6: flag(false),
});

const write = (file: string, content: string) => {
  const path = join(settings.RENDERED, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

const { HOME_FOLDER: home, CONFIGURATION_FOLDER: configuration, STATE_FOLDER: state } = settings;
const units = unitsOf({
  current: join(home, 'current'),
  releases: join(home, 'releases'),
  configuration,
  files: join(state, 'files'),
});
for (const [name, unit] of Object.entries(units)) write(join('systemd', name), unit);

write('processes', processes.map(({ unit, port }) => `${unit} ${port}\n`).join(''));

const listens = Object.entries(services).map(([service, { port }]) => ({
  port,
  upstream: processes.filter(process => process.service === service).map(process => process.port),
}));

write(
  'nginx.conf',
  nginxConfiguration({
    domain: settings.DOMAIN,
    certificateFolder: join(configuration, 'certificate'),
    challengeFolder: join(state, 'challenges'),
    nginxVersion: settings.NGINX_VERSION,
    opensslVersion: settings.OPENSSL_VERSION,
    hasBrotli: settings.HAS_BROTLI,
    hasIpv6: settings.HAS_IPV6,
    listens,
    accessLog: '/var/log/nginx/access.log',
    main: `user www-data;
worker_processes auto;
worker_rlimit_nofile 65536;
pid /run/nginx.pid;
error_log /var/log/nginx/error.log;
include /etc/nginx/modules-enabled/*.conf;`,
  }),
);
