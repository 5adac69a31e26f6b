/** A port of 127.0.0.1 that NGINX listens on, and the ports of the processes that it passes requests on to. */
export interface Listen {
  port: number;
  upstream: readonly number[];
}

/** A group of processes of a service, of which NGINX takes one that is up. Goes into http { }. */
export const upstream = (name: string, ports: readonly number[]): string => `
  upstream ${name} {
    zone ${name} 64k;
    include upstream.conf;
    ${ports.map(port => `server 127.0.0.1:${port} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    ${ports.map(port => `server 127.0.0.1:${port} max_fails=0 backup;`).join('\n    ')}
  }`;

/** Puts NGINX in front of the processes of a service. Goes into http { }, after proxy.conf. */
export const inFront = (listen: Listen): string => `${upstream(`port_${listen.port}`, listen.upstream)}
  server {
    listen 127.0.0.1:${listen.port};
    include unavailable.conf;
    location / {
      proxy_pass http://port_${listen.port};
    }
  }`;
