import { join } from 'node:path';
import { inFront, type Listen } from './in-front.ts';

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Has NGINX write its temporary files into a folder. Goes into http { }. */
export const temporaryPaths = (folder: string): string =>
  temporary.map(name => `${name}_temp_path "${join(folder, name)}";`).join('\n  ');

/**
 * The configuration of an NGINX that stands in front of several services at once, on the loopback address alone. It
 * writes into `writable` alone. For writeConfiguration.
 */
export const nginxConfiguration = (options: {
  writable: string;
  listens: readonly Listen[];
  /** Directives outside http { }. */
  main: string;
}): string => `${options.main}
daemon off;
pid "${join(options.writable, 'nginx.pid')}";
events {
  worker_connections 8192;
}
http {
  access_log off;
  ${temporaryPaths(options.writable)}
  include proxy.conf;
${options.listens.map(inFront).join('\n')}
}
`;
