import dns from 'node:dns';
import { isIP } from 'node:net';

const restMilliseconds = 1_000;

/** How to look a followed name up at once, and how to stop. */
export interface FollowedName {
  /** Resolves when what was found has been told; rejects when the name cannot be looked up. */
  look(): Promise<void>;
  stop(): void;
}

const addressesOf = (host: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    dns.lookup(host, { all: true }, (error, found) =>
      error ? reject(error) : resolve(found.map(({ address }) => address)),
    );
  });

/**
 * Looks a server's name up every second, and tells which addresses it has; not when it cannot be looked up. What is
 * an address itself is told when it is looked up, and not followed.
 */
export function followName(host: string, tell: (addresses: ReadonlySet<string>) => void): FollowedName {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async () => {
    const addresses = isIP(host) ? [host] : await addressesOf(host);
    if (!isStopped) tell(new Set(addresses));
  };
  const rest = () => {
    if (isStopped) return;
    timer = setTimeout(
      () =>
        look()
          .catch(() => undefined)
          .finally(rest),
      restMilliseconds,
    ).unref();
  };
  if (!isIP(host)) rest();
  return {
    look,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
