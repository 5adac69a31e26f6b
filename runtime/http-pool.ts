import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { Pool } from 'undici';
import type { InternalTls } from './internal-tls/internal-tls.ts';
import { tlsConnector } from './internal-tls/tls-connector.ts';

// Less than a process that is told to stop goes on answering (DRAIN_SECONDS, 3 in production): no request of ours
// meets a connection that is being closed. deploy/nginx/upstream.conf says the same for NGINX.
const idleMilliseconds = 1_000;
const connectMilliseconds = 1_000;

/** Finds every name at this one address. */
const lookupAt = (address: string): LookupFunction => {
  const family = isIP(address);
  return (_, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family));
};

/**
 * Kept connections to what answers at an address of a URL's host, so many at most; by TLS alone where it is given, and
 * then with a certificate for the host, not for the address. The time limits of a request are its caller's.
 */
export function openPool(
  url: string,
  address: string,
  connections: number,
  tls: InternalTls | undefined,
): Pool {
  const connect = { timeout: connectMilliseconds, lookup: lookupAt(address) };
  return new Pool(url, {
    connections,
    connect: tls ? tlsConnector(tls, connect) : connect,
    keepAliveTimeout: idleMilliseconds,
    keepAliveMaxTimeout: idleMilliseconds,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
