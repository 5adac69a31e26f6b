import { createServer } from 'node:http';

const scrapeMilliseconds = 5_000;

/** Who watches a store while it is measured. */
export interface Watch {
  /** For the store's processes, so that they send traces here. */
  settings: Record<string, string>;
  /** Begins to ask for metrics at these ports, as often as Prometheus may. */
  scrape(ports: readonly number[]): void;
  stop(): void;
}

/** Takes the traces in, where the part of them that is recorded is given, and throws them away. */
export async function startWatch(ratio: string | undefined): Promise<Watch> {
  const collector = createServer((request, response) => {
    request.resume().once('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  });
  await new Promise<void>(resolve => collector.listen(0, '127.0.0.1', resolve));
  const address = collector.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  let timer: NodeJS.Timeout | undefined;
  return {
    settings: ratio ? { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_TRACES_SAMPLER_ARG: ratio } : {},
    scrape(ports) {
      const askAll = () =>
        Promise.all(
          ports.map(port => fetch(`http://127.0.0.1:${port}/metrics`).then(answer => answer.text())),
        );
      timer = setInterval(() => void askAll().catch(() => undefined), scrapeMilliseconds);
    },
    stop() {
      clearInterval(timer);
      collector.close();
      collector.closeAllConnections();
    },
  };
}
