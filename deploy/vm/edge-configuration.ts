import { maxBodyBytes, uploadMilliseconds } from '../../runtime/http-server.ts';
import { publicAnswersCache } from '../nginx/public-answers.ts';
import { upstream } from '../nginx/upstream.ts';
import { plainHttp } from '../refuse-plain-http.ts';
import { isAtLeast } from './is-at-least.ts';

export interface EdgeOptions {
  /** The store's name; other names are refused. */
  domain: string;
  /** Key and certificates in one PEM; it must be readable for NGINX's workers. */
  certificateFile: string;
  /** The web root in which certbot puts what the certificate authority asks for. */
  challengeFolder: string;
  /** Of the programs, as in 1.26.3. */
  nginxVersion: string;
  opensslVersion: string;
  hasBrotli: boolean;
  /** Addresses with ports. */
  gateways: readonly string[];
  /** Where clients come in: ports, with or without an address. */
  listen: { http: readonly string[]; https: readonly string[] };
  accessLog: string;
  /** What NGINX makes and fills with answers that are good for a second; best in memory. */
  answersFolder: string;
  /** More directives: outside http { }, and inside. */
  main: string;
  http?: string;
}

const refusal = (status: number, name: string, code: string, message: string, more = ''): string => `
    error_page ${status} @${name};
    location @${name} {
      default_type application/json;
      include headers.conf;
      ${more}
      return ${status} '${JSON.stringify({ errors: [{ message, extensions: { code } }] })}';
    }`;

const listenOn = (places: readonly string[], more: string): string =>
  places.map(place => `listen ${place}${more};`).join(' ');

/** The lines that differ from one version of NGINX, or OpenSSL, to the next. */
function linesByVersion({ nginxVersion, opensslVersion, listen }: EdgeOptions) {
  const hasHttp2Directive = isAtLeast(nginxVersion, '1.25.1');
  const hasPostQuantum = isAtLeast(opensslVersion, '3.5.0');
  return {
    keyExchanges: `ssl_ecdh_curve ${hasPostQuantum ? 'X25519MLKEM768:' : ''}X25519:prime256v1:secp384r1;`,
    // Before, a ticket's key never changed.
    tickets: isAtLeast(nginxVersion, '1.23.2') ? '' : 'ssl_session_tickets off;',
    // Whoever sends on a connection that is being closed, because NGINX reloads, is answered.
    keepalive: isAtLeast(nginxVersion, '1.27.4') ? 'keepalive_min_timeout 5s;' : '',
    listenTls: (more = '') =>
      hasHttp2Directive
        ? `${listenOn(listen.https, ` ssl${more}`)} http2 on;`
        : listenOn(listen.https, ` ssl http2${more}`),
  };
}

/** The configuration of the NGINX that clients meet, on a machine that has the store alone. For writeConfiguration. */
export function edgeConfiguration(options: EdgeOptions): string {
  const { domain, listen, http = '' } = options;
  const { keyExchanges, tickets, keepalive, listenTls } = linesByVersion(options);
  return `${options.main}
events {
  worker_connections 8192;
}
http {
  ${http}
  server_tokens off;
  access_log off;
  ${keepalive}
  include proxy.conf;
  include tls.conf;
  ${keyExchanges}
  ${tickets}
  include clients.conf;
  include header-variables.conf;
  include public-answers-variables.conf;
  ${publicAnswersCache(options.answersFolder)}
  # A file whose name is in a variable is read at each handshake: a renewed certificate is used without a reload.
  map "" $certificate { default "${options.certificateFile}"; }
${upstream('gateways', options.gateways)}

  # Other names than the store's, and none: no answer, and no certificate that would tell its name.
  server {
    ${listenOn(listen.http, ' default_server')}
    ${listenTls(' default_server')}
    server_name _;
    ssl_reject_handshake on;
    return 444;
  }

  server {
    ${listenOn(listen.http, '')}
    server_name ${domain};
    access_log "${options.accessLog}" store;
    include limits.conf;
    include headers.conf;
    location ^~ /.well-known/acme-challenge/ {
      root "${options.challengeFolder}";
      default_type text/plain;
    }
${refusal(plainHttp.status, 'plain_http', plainHttp.code, plainHttp.message)}
    location ^~ ${plainHttp.apiPath} {
      return ${plainHttp.status};
    }
    location / {
      if ($request_method !~ ^(${plainHttp.pageMethods.join('|')})$) {
        return ${plainHttp.status};
      }
      return 301 https://${domain}$request_uri;
    }
  }

  server {
    ${listenTls()}
    server_name ${domain};
    access_log "${options.accessLog}" store;
    ssl_certificate $certificate;
    ssl_certificate_key $certificate;
    client_max_body_size ${maxBodyBytes};
    client_body_timeout ${uploadMilliseconds}ms;
    include limits.conf;
    include compression.conf;
    ${options.hasBrotli ? 'include brotli.conf;' : ''}
    include headers.conf;
    include unavailable.conf;
${refusal(413, 'too_large', 'PAYLOAD_TOO_LARGE', 'Request body is too large')}
${refusal(429, 'too_many', 'RATE_LIMITED', 'Too many requests come from your address. Try again in a second.', 'add_header Retry-After 1 always;')}
    include covers.conf;
    include public-answers.conf;
    location / {
      proxy_pass http://gateways;
    }
  }
}
`;
}
