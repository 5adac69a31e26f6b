import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ServiceName, serviceNames, services } from '../../runtime/services.ts';
import { flag } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { nginxConfiguration } from '../nginx/nginx-configuration.ts';
import { writeConfiguration } from '../nginx/write-configuration.ts';
import { edgeConfiguration, edgeFiles } from './nginx/edge-configuration.ts';
import { processes } from './processes.ts';
import { insideRuntimeFolder } from './systemd/inside-unit.ts';
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
});
const { RENDERED: rendered, HOME_FOLDER: home, CONFIGURATION_FOLDER: configuration } = settings;

const portsOf = (service: ServiceName): number[] =>
  processes.filter(process => process.service === service).map(({ port }) => port);

const placesOf = (port: number): string[] => [`${port}`, ...(settings.HAS_IPV6 ? [`[::]:${port}`] : [])];

const units = unitsOf({
  current: join(home, 'current'),
  releases: join(home, 'releases'),
  configuration,
  files: join(settings.STATE_FOLDER, 'files'),
});
mkdirSync(join(rendered, 'systemd'), { recursive: true });
for (const [name, unit] of Object.entries(units)) writeFileSync(join(rendered, 'systemd', name), unit);
writeFileSync(join(rendered, 'processes'), processes.map(({ unit, port }) => `${unit} ${port}\n`).join(''));

writeConfiguration(
  join(rendered, 'inside'),
  nginxConfiguration({
    writable: insideRuntimeFolder,
    listens: serviceNames.map(service => ({ port: services[service].port, upstream: portsOf(service) })),
    main: 'worker_processes auto;\nerror_log stderr;',
  }),
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
    gatewayPorts: portsOf('gateway'),
    listen: { http: placesOf(80), https: placesOf(443) },
    accessLog: '/var/log/nginx/access.log',
    main: `user www-data;
worker_processes auto;
pid /run/nginx.pid;
error_log /var/log/nginx/error.log;
include /etc/nginx/modules-enabled/*.conf;`,
  }),
  edgeFiles,
);
