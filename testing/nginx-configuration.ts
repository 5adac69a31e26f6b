import { join } from 'node:path';
import { isRoot } from '../deploy/local/is-root.ts';
import { upstream } from '../deploy/nginx/upstream.ts';

/** A port of 127.0.0.1 that NGINX listens on, and the ports of the processes that it passes requests on to. */
export interface Listen {
  port: number;
  upstream: readonly number[];
}

const serverOf = ({ port, upstream: targets }: Listen): string => `${upstream(
  `port_${port}`,
  targets.map(target => `127.0.0.1:${target}`),
)}
  server {
    listen 127.0.0.1:${port};
    include unavailable.conf;
    location / {
      proxy_pass http://port_${port};
    }
  }`;

/** How tests have NGINX run: it writes into `folder` alone. Stands outside http { }. */
export const mainLines = (folder: string, { workers = '1' }: { workers?: string } = {}): string => `
${isRoot ? 'user root root;' : ''}
worker_processes ${workers};
daemon off;
pid "${join(folder, 'nginx.pid')}";
error_log "${join(folder, 'error.log')}" warn;`;

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Likewise, inside http { }. */
export const httpLines = (folder: string): string =>
  temporary.map(name => `${name}_temp_path "${join(folder, name)}";`).join('\n  ');

/** The configuration of an NGINX that passes requests on as in production. For writeConfiguration. */
export const nginxConfiguration = (folder: string, listens: readonly Listen[]): string => `
${mainLines(folder)}
events {
  worker_connections 8192;
}
http {
  access_log off;
  ${httpLines(folder)}
  include proxy.conf;
  include header-variables.conf;
${listens.map(serverOf).join('\n')}
}
`;
