import { join } from 'node:path';
import { isRoot } from '../deploy/local/is-root.ts';
import { include, inFront, type Listen } from '../deploy/nginx/in-front.ts';

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
  ${include('proxy.conf')}
${listens.map(inFront).join('\n')}
}
`;
