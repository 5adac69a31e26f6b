import { join } from 'node:path';
import { projectFolder } from '../local/places.ts';

/** A port of 127.0.0.1 that NGINX listens on, and the ports of the processes that it passes requests on to. */
export interface Listen {
  port: number;
  upstream: readonly number[];
}

/** Takes one of the files of this folder into a configuration. */
export const include = (file: string): string => `include "${join(projectFolder, 'deploy', 'nginx', file)}";`;

/** The name of the upstream that `inFront` makes for a port. */
export const upstreamOf = (port: number): string => `port_${port}`;

/** Puts NGINX in front of the processes of a service, on one port. Goes into http { }, after proxy.conf. */
export const inFront = ({ port, upstream }: Listen): string => `
  upstream ${upstreamOf(port)} {
    zone ${upstreamOf(port)} 64k;
    ${include('upstream.conf')}
    ${upstream.map(target => `server 127.0.0.1:${target} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    ${upstream.map(target => `server 127.0.0.1:${target} max_fails=0 backup;`).join('\n    ')}
  }
  server {
    listen 127.0.0.1:${port};
    ${include('unavailable.conf')}
    location / {
      proxy_pass http://${upstreamOf(port)};
    }
  }`;
