import { existsSync } from 'node:fs';

const places = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/usr/local/bin/nginx',
  '/opt/homebrew/bin/nginx',
];

/** This machine's NGINX; undefined where there is none. */
export const nginxProgram = (): string | undefined => places.find(place => existsSync(place));
