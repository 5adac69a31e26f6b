import { createServer, type Server } from 'node:http';
import type { Logger } from '../logger.ts';
import { reasonOf } from '../reason-of.ts';
import { scrape } from './before-scrape.ts';

/** The media type of the text format. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

const textType = { 'content-type': 'text/plain; charset=utf-8' };

async function answer(): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  try {
    return { status: 200, headers: { 'content-type': metricsType }, body: await scrape() };
  } catch (error) {
    return { status: 500, headers: textType, body: `${reasonOf(error)}\n` };
  }
}

function listenOn(server: Server, host: string, port: number, logger: Logger): Promise<void> {
  return new Promise(resolve => {
    server.once('error', error => {
      logger.fatal(
        `metrics cannot listen on ${host}:${port}: set METRICS_PORT or HOST. (${reasonOf(error)})`,
      );
      process.exit(1);
    });
    server.listen(port, host, resolve);
  });
}

/**
 * Answers GET /metrics, and nothing else, on a port of its own, which is not for the public. Where it cannot listen it
 * says so in one line and exits 1.
 */
export async function openMetricsServer(
  { host, port }: { host: string; port: number },
  logger: Logger,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, textType).end('There is GET /metrics here.\n');
      return;
    }
    void answer().then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await listenOn(server, host, port, logger);
  return {
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
