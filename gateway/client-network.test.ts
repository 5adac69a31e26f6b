import { BlockList } from 'node:net';
import { expect, test } from '@jest/globals';
import { clientAddress, networkOf } from './client-network.ts';
import { trustedProxies } from './trusted-proxies.ts';

const nobody = new BlockList();
const loopback = trustedProxies.parse(undefined);
const ours = trustedProxies.parse('10.0.0.0/8 2001:db8:aaaa::/48 192.0.2.1');

test.each([
  ['an address', '203.0.113.7', '203.0.113.7'],
  ['an IPv6 one', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['its neighbour in the /64', '2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['another way to write it', '2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['zeros in the middle', '2001:db8::1', '2001:db8:0:0::/64'],
  ['one in another /64', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['loopback', '::1', '0:0:0:0::/64'],
])('the network of %s', (_, address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ['no proxy', '203.0.113.7', undefined, ours, '203.0.113.7'],
  ['a header of the client itself', '203.0.113.7', '198.51.100.1', ours, '203.0.113.7'],
  ['a header, and nobody is trusted', '10.0.0.1', '198.51.100.1', nobody, '10.0.0.1'],
  ['one proxy', '10.0.0.1', '203.0.113.7', ours, '203.0.113.7'],
  ['two proxies', '10.0.0.1', '203.0.113.7, 192.0.2.1', ours, '203.0.113.7'],
  ['what the client wrote before', '10.0.0.1', '198.51.100.1, 10.9.9.9, 203.0.113.7', ours, '203.0.113.7'],
  ['a proxy over IPv6', '2001:db8:aaaa::5', '2001:db8:1:2::9', ours, '2001:db8:1:2::9'],
  ['IPv4 written as IPv6', '::ffff:10.0.0.1', '::ffff:203.0.113.7', ours, '203.0.113.7'],
  ['nonsense', '10.0.0.1', "' OR 1=1 --", ours, '10.0.0.1'],
  ['nonsense before the truth', '10.0.0.1', 'x, 203.0.113.7', ours, '203.0.113.7'],
  ['an address with a port', '10.0.0.1', '203.0.113.7:80', ours, '10.0.0.1'],
  ['nothing in it', '10.0.0.1', '', ours, '10.0.0.1'],
  ['a proxy on the same machine', '127.0.40.1', '203.0.113.7', loopback, '203.0.113.7'],
  ['a stranger, by default', '10.0.0.1', '203.0.113.7', loopback, '10.0.0.1'],
])('the address behind %s', (_, connection, forwardedFor, proxies, address) => {
  expect(clientAddress(connection, forwardedFor, proxies)).toBe(address);
});

test('a connection that has gone has no address', () => {
  expect(clientAddress(undefined, '203.0.113.7', ours)).toBeUndefined();
});

test.each(['10.0.0.0/33', 'nginx', '10.0.0.0/x', '2001:db8::/129'])('%s is no proxy', text => {
  expect(trustedProxies.safeParse(text).error?.issues[0]?.message).toMatch(/must be addresses or networks/);
});
