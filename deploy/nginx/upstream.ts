/**
 * A group of processes of a service, each an address with its port, of which NGINX takes one that is up. Goes into
 * http { }.
 */
export const upstream = (name: string, addresses: readonly string[]): string => `
  upstream ${name} {
    zone ${name} 64k;
    include upstream.conf;
    ${addresses.map(address => `server ${address} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    ${addresses.map(address => `server ${address} max_fails=0 backup;`).join('\n    ')}
  }`;
