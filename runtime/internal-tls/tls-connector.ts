import type { LookupFunction } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { buildConnector } from 'undici';
import type { InternalTls } from './internal-tls.ts';

/**
 * Connects undici's clients to others of the store. The certificate must be for the name in the URL, wherever `lookup`
 * finds that name, and signed by our authority. Without TLS it connects to nobody.
 */
export function tlsConnector(
  tls: InternalTls,
  options: { timeout: number; lookup?: LookupFunction },
): buildConnector.connector {
  let madeOf: SecureContextOptions | undefined;
  let connect: buildConnector.connector | undefined;
  return (target, callback) => {
    if (target.protocol !== 'https:') {
      callback(new Error(`${target.hostname} is called without TLS: its URL must begin with https`), null);
      return;
    }
    // Made anew for another certificate: sessions that the one before has begun are not taken up again.
    if (!connect || madeOf !== tls.context) {
      madeOf = tls.context;
      connect = buildConnector({ ...options, ...madeOf, rejectUnauthorized: true, allowH2: false });
    }
    connect(target, callback);
  };
}
