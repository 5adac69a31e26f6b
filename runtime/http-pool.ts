import { Pool } from 'undici';

// Less than a process that is told to stop goes on answering (DRAIN_SECONDS, 3 in production): no request of ours
// meets a connection that is being closed. deploy/nginx/upstream.conf says the same for NGINX.
const idleMilliseconds = 1_000;
const connectMilliseconds = 1_000;

/** Kept connections to another part of the store, so many at most. The time limits of a request are its caller's. */
export const openPool = (url: string, connections: number): Pool =>
  new Pool(url, {
    connections,
    connect: { timeout: connectMilliseconds },
    keepAliveTimeout: idleMilliseconds,
    keepAliveMaxTimeout: idleMilliseconds,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
