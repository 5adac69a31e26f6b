import { type BlockList, isIP, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** An address without the zone of its machine; an IPv4 one that came as IPv6 (::ffff:192.0.2.1) as what it is. */
const plain = (address: string): string =>
  address
    .trim()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');

const isOneOf = (proxies: BlockList, address: string): boolean =>
  isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * The address of who asks: that of the connection, unless it is one of our proxies'. These append to X-Forwarded-For who
 * asked them, so that it is read from its end, and no further than somebody says it whom we trust: what clients write
 * into it themselves stands before that and counts for nothing. Undefined where the connection has gone.
 */
export function clientAddress(
  connection: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList,
): string | undefined {
  if (connection === undefined) return undefined;
  let client = plain(connection);
  for (const hop of (forwardedFor ?? '').split(',').map(plain).reverse()) {
    if (isIP(hop) === 0 || !isOneOf(proxies, client)) break;
    client = hop;
  }
  return client;
}

/** The first four groups of an IPv6 address, each without leading zeros. */
function prefixOf(address: string): string[] {
  const [front = '', back] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const zeros = back === undefined ? 0 : 8 - groups(front).length - groups(back).length;
  return [...groups(front), ...Array.from({ length: zeros }, () => '0'), ...groups(back)].slice(0, 4);
}

/** Whom limits take for one client: an IPv4 address, or the /64 of an IPv6 one, of which each household has at least one. */
export const networkOf = (address: string): string =>
  isIPv6(address) ? `${prefixOf(address).join(':')}::/64` : address;

/** The network of who sends a request; undefined where the connection has gone. */
export function clientNetworkOf(request: FastifyRequest, proxies: BlockList): string | undefined {
  const forwardedFor = [request.headers['x-forwarded-for']].flat().join(',');
  const address = clientAddress(request.socket.remoteAddress, forwardedFor, proxies);
  return address === undefined ? undefined : networkOf(address);
}
