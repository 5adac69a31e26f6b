import dns from 'node:dns';
import { isIP } from 'node:net';

const restMilliseconds = 4_000;

/**
 * Looks up a server's name every few seconds, and tells which addresses it has; not when it cannot be looked up. Never
 * for what is an address itself. Returns how to stop it.
 */
export function followName(host: string, tell: (addresses: ReadonlySet<string>) => void): () => void {
  if (isIP(host)) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = () =>
    dns.lookup(host, { all: true }, (error, found) => {
      if (isStopped) return;
      if (!error) tell(new Set(found.map(({ address }) => address)));
      rest();
    });
  const rest = () => {
    timer = setTimeout(look, restMilliseconds).unref();
  };
  rest();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
