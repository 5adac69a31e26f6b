import { join } from 'node:path';
import { maxBodyBytes, uploadMilliseconds } from '../../../runtime/http-server.ts';
import { services } from '../../../runtime/services.ts';
import { include, inFront, type Listen, upstreamOf } from '../../nginx/in-front.ts';
import { isAtLeast } from '../is-at-least.ts';
import { headers, headerVariables } from './headers.ts';

export interface NginxOptions {
  /** The store's name; other names are refused. */
  domain: string;
  /** Holds fullchain.pem and privkey.pem. */
  certificateFolder: string;
  /** The web root in which certbot puts what the certificate authority asks for. */
  challengeFolder: string;
  /** Of the programs, as in 1.26.3. */
  nginxVersion: string;
  opensslVersion: string;
  hasBrotli: boolean;
  hasIpv6: boolean;
  /** Where NGINX stands in front of the services; clients come to the gateways. */
  listens: readonly Listen[];
  /** Directives outside http { }. */
  main: string;
  /** Where clients come in. */
  ports?: { http: number; https: number };
  accessLog: string;
}

const own = (file: string): string => `include "${join(import.meta.dirname, file)}";`;

const refusal = (status: number, name: string, code: string, message: string, more = ''): string => `
    error_page ${status} @${name};
    location @${name} {
      default_type application/json;
      ${headers} ${more}
      return ${status} '${JSON.stringify({ errors: [{ message, extensions: { code } }] })}';
    }`;

/** The whole configuration of NGINX on a VM that has the store alone. */
export function nginxConfiguration(options: NginxOptions): string {
  const {
    domain,
    certificateFolder,
    nginxVersion,
    opensslVersion,
    ports = { http: 80, https: 443 },
  } = options;
  const knowsHttp2Directive = isAtLeast(nginxVersion, '1.25.1');
  const listen = (port: number, more: string): string =>
    [`listen ${port}${more};`, ...(options.hasIpv6 ? [`listen [::]:${port}${more};`] : [])].join(' ');
  const secure = (more: string): string =>
    knowsHttp2Directive
      ? `${listen(ports.https, ` ssl${more}`)} http2 on;`
      : listen(ports.https, ` ssl http2${more}`);
  const groups = [
    ...(isAtLeast(opensslVersion, '3.5.0') ? ['X25519MLKEM768'] : []),
    'X25519',
    'prime256v1',
    'secp384r1',
  ];
  return `
${options.main}
events {
  worker_connections 8192;
}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  server_tokens off;
  ${include('proxy.conf')}
  ${own('tls.conf')}
  ssl_ecdh_curve ${groups.join(':')};
  ${isAtLeast(nginxVersion, '1.23.2') ? '' : '# This NGINX never changes its ticket key.\n  ssl_session_tickets off;'}
  ${own('clients.conf')}
  ${headerVariables}
  access_log off;
${options.listens.map(inFront).join('\n')}

  # Other names than the store's, and none: no answer, and no certificate that would tell its name.
  server {
    ${listen(ports.http, ' default_server')}
    ${secure(' default_server')}
    server_name _;
    ssl_reject_handshake on;
    return 444;
  }

  server {
    ${listen(ports.http, '')}
    server_name ${domain};
    access_log "${options.accessLog}" store;
    ${own('limits.conf')}
    location ^~ /.well-known/acme-challenge/ {
      root "${options.challengeFolder}";
      default_type text/plain;
    }
    location / {
      return 301 https://${domain}$request_uri;
    }
  }

  server {
    ${secure('')}
    server_name ${domain};
    access_log "${options.accessLog}" store;
    ssl_certificate "${certificateFolder}/fullchain.pem";
    ssl_certificate_key "${certificateFolder}/privkey.pem";
    client_max_body_size ${maxBodyBytes};
    client_body_timeout ${uploadMilliseconds}ms;
    ${own('limits.conf')}
    ${own('compression.conf')}
    ${options.hasBrotli ? own('brotli.conf') : '# This NGINX has no Brotli.'}
    ${headers}
    ${include('unavailable.conf')}
${refusal(413, 'too_large', 'PAYLOAD_TOO_LARGE', 'Request body is too large')}
${refusal(429, 'too_many', 'RATE_LIMITED', 'Too many requests come from your address. Try again in a second.', 'add_header Retry-After 1 always;')}
    location / {
      proxy_pass http://${upstreamOf(services.gateway.port)};
    }
  }
}
`;
}
