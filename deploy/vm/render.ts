import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { flag } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { writeConfiguration } from '../nginx/write-configuration.ts';
import { edgeConfiguration } from './edge-configuration.ts';
import { hosts, processes } from './processes.ts';
import { unitsOf } from './systemd/units.ts';

// node deploy/vm/render.ts: writes what a VM's systemd and NGINX need for this release. install.sh calls it.

const folder = z.string().startsWith('/', 'must be an absolute path');
const version = z.string().regex(/^\d+(\.\d+)+/, 'must be a version such as 1.26.3');

const settings = readSettings({
  /** Where this writes. */
  RENDERED: folder,
  HOME_FOLDER: folder,
  CONFIGURATION_FOLDER: folder,
  STATE_FOLDER: folder,
  DOMAIN: z.string(),
  NGINX_VERSION: version,
  OPENSSL_VERSION: version,
  HAS_BROTLI: flag(false),
  HAS_IPV6: flag(false),
  OWN_KEYS: flag(false),
});
const { RENDERED: rendered, HOME_FOLDER: home, CONFIGURATION_FOLDER: configuration } = settings;

/** Where NGINX listens for a port, for all who come. */
const placesOf = (port: number): string[] => [`${port}`, ...(settings.HAS_IPV6 ? [`[::]:${port}`] : [])];

const folders = {
  current: join(home, 'current'),
  releases: join(home, 'releases'),
  configuration,
  files: join(settings.STATE_FOLDER, 'files'),
  backups: join(settings.STATE_FOLDER, 'backups'),
};
const units = unitsOf(folders, { storeUrl: `https://${settings.DOMAIN}`, ownKeys: settings.OWN_KEYS });
mkdirSync(join(rendered, 'systemd'), { recursive: true });
for (const [name, unit] of Object.entries(units)) writeFileSync(join(rendered, 'systemd', name), unit);
writeFileSync(join(rendered, 'hosts'), hosts);
writeFileSync(
  join(rendered, 'processes'),
  processes.map(({ unit, address }) => `${unit} ${address}\n`).join(''),
);

writeConfiguration(
  join(rendered, 'edge'),
  edgeConfiguration({
    domain: settings.DOMAIN,
    certificateFile: join(configuration, 'certificate', 'current.pem'),
    challengeFolder: join(settings.STATE_FOLDER, 'challenges'),
    nginxVersion: settings.NGINX_VERSION,
    opensslVersion: settings.OPENSSL_VERSION,
    hasBrotli: settings.HAS_BROTLI,
    gateways: processes.filter(({ service }) => service === 'gateway').map(({ address }) => address),
    listen: { http: placesOf(80), https: placesOf(443) },
    accessLog: '/var/log/nginx/access.log',
    answersFolder: '/run/bookstore-answers',
    main: `user www-data;
worker_processes auto;
pid /run/nginx.pid;
error_log /var/log/nginx/error.log;
include /etc/nginx/modules-enabled/*.conf;`,
  }),
);
