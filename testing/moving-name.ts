import dns from 'node:dns';

const { lookup } = dns;

const notFound = (host: string) =>
  Object.assign(new Error(`There is no ${host}.`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });

/** A host name of this process alone, which leads nowhere until it is told an address. */
export class MovingName {
  #address: string | undefined;
  /** Called after each time the name was looked up. */
  onLookup: () => void = () => undefined;

  constructor(name: string) {
    Reflect.set(dns, 'lookup', (host: string, ...rest: unknown[]) => {
      const callback = rest.at(-1);
      if (host !== name) Reflect.apply(lookup, dns, [host, ...rest]);
      else if (this.#address) Reflect.apply(lookup, dns, [this.#address, ...rest]);
      else if (typeof callback === 'function')
        setImmediate(() => Reflect.apply(callback, undefined, [notFound(host)]));
      if (host === name) this.onLookup();
    });
  }

  moveTo(address: string): void {
    this.#address = address;
  }

  /** Names are looked up as before. */
  restore(): void {
    Reflect.set(dns, 'lookup', lookup);
  }
}
