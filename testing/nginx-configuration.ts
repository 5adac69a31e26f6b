import { join } from 'node:path';
import { isRoot } from '../deploy/local/is-root.ts';
import { projectFolder } from '../deploy/local/places.ts';

/** A port of 127.0.0.1 that NGINX listens on, and the ports of the processes that it passes requests on to. */
export interface Listen {
  port: number;
  upstream: readonly number[];
}

const own = (file: string) => `include "${join(projectFolder, 'deploy', 'nginx', file)}";`;

const serverOf = ({ port, upstream }: Listen): string => `
  upstream port_${port} {
    zone port_${port} 64k;
    ${own('upstream.conf')}
    ${upstream.map(target => `server 127.0.0.1:${target} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    ${upstream.map(target => `server 127.0.0.1:${target} max_fails=0 backup;`).join('\n    ')}
  }
  server {
    listen 127.0.0.1:${port};
    ${own('unavailable.conf')}
    location / {
      proxy_pass http://port_${port};
    }
  }`;

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** The configuration of an NGINX that passes requests on as in production, and writes into `folder` alone. */
export const nginxConfiguration = (folder: string, listens: readonly Listen[]): string => `
${isRoot ? 'user root root;' : ''}
worker_processes 1;
daemon off;
pid "${join(folder, 'nginx.pid')}";
error_log "${join(folder, 'error.log')}" warn;
events {
  worker_connections 8192;
}
http {
  access_log off;
  ${temporary.map(name => `${name}_temp_path "${join(folder, name)}";`).join('\n  ')}
  ${own('proxy.conf')}
${listens.map(serverOf).join('\n')}
}
`;
