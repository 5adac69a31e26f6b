import dns from 'node:dns';
import { readFileSync } from 'node:fs';

// Loaded before a program (node --import): the host of the name MOVING_HOST is at the address that the file
// MOVING_HOST_FILE holds at the moment, as if a name server said so.

const { MOVING_HOST: name, MOVING_HOST_FILE: file } = process.env;

if (name && file) {
  const lookup = dns.lookup;
  const addressOf = (host: string) => (host === name ? readFileSync(file, 'utf8').trim() : host);
  Reflect.set(dns, 'lookup', (host: string, ...rest: unknown[]) =>
    Reflect.apply(lookup, dns, [addressOf(host), ...rest]),
  );
}
