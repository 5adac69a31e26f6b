/** What comes within this time after the first is the same request: npm and the terminal both pass it on. */
const sameRequestMilliseconds = 1000;

interface StopSignals {
  /** Aborted by the first Ctrl-C, SIGTERM or closed terminal. */
  stop: AbortSignal;
  /** Aborted by the second. */
  force: AbortSignal;
}

/** Listens to the signals that end this process from now on. */
export function listenToStopSignals(): StopSignals {
  const stop = new AbortController();
  const force = new AbortController();
  let first = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      if (!stop.signal.aborted) {
        first = Date.now();
        stop.abort();
      } else if (Date.now() - first > sameRequestMilliseconds) force.abort();
    });
  return { stop: stop.signal, force: force.signal };
}
