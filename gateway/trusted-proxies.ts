import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** Adds an address, or a network in CIDR; false where it is neither. */
function add(list: BlockList, text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, family);
  else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32))
    list.addSubnet(address, Number(bits), family);
  else return false;
  return true;
}

/** TRUSTED_PROXIES: whose X-Forwarded-For is believed. */
export const trustedProxies = z
  .string()
  .default('127.0.0.0/8 ::1')
  .transform((text, context) => {
    const list = new BlockList();
    if (text.split(/[\s,]+/).every(each => each === '' || add(list, each))) return list;
    context.addIssue('must be addresses or networks, such as 10.0.0.0/8 2001:db8::/48');
    return z.NEVER;
  })
  .meta({ values: 'addresses or networks, separated by spaces' })
  .describe(
    'The proxies right before the gateway, whose X-Forwarded-For is believed: without them all clients behind a proxy count as one, and with too many a client can say it is another one.',
  );
