import dns from 'node:dns';

const { lookup } = dns;

const notFound = (host: string) =>
  Object.assign(new Error(`There is no ${host}.`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });

/** A host name of this process alone, which leads nowhere until it is told an address. */
export class MovingName {
  #addresses: readonly string[] = [];
  /** Called after each time the name was looked up. */
  onLookup: () => void = () => undefined;

  constructor(name: string) {
    Reflect.set(dns, 'lookup', (host: string, ...rest: unknown[]) => {
      if (host === name) this.#tell(host, rest);
      else Reflect.apply(lookup, dns, [host, ...rest]);
    });
  }

  moveTo(...addresses: string[]): void {
    this.#addresses = addresses;
  }

  /** Names are looked up as before. */
  restore(): void {
    Reflect.set(dns, 'lookup', lookup);
  }

  #tell(host: string, rest: unknown[]): void {
    const [options, callback] = [rest[0], rest.at(-1)];
    const found = this.#addresses.map(address => ({ address, family: 4 }));
    const isForAll = typeof options === 'object' && options !== null && 'all' in options && options.all;
    const answer = isForAll ? [null, found] : [null, found[0]?.address, 4];
    if (typeof callback === 'function')
      setImmediate(() => Reflect.apply(callback, undefined, found.length > 0 ? answer : [notFound(host)]));
    this.onLookup();
  }
}
