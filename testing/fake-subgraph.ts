import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** How a fake service treats the next requests. */
interface Manner {
  /** How long each answer takes; "never" for a service that hangs. */
  milliseconds: number | 'never';
  /** Whether it makes one answer after the other, also those that nobody waits for any more. */
  isOneByOne?: boolean;
  /** A status without a body, a broken connection, or GraphQL errors with status 400, instead of the data. */
  fault?: 503 | 'reset' | 'errors';
  /** The text of each answer, instead of the data in JSON. */
  text?: string;
  /** Set-Cookie headers that come with each answer. */
  setCookies?: string[];
}

export interface FakeSubgraph {
  url: string;
  manner: Manner;
  /** The bodies that came, in order, and how many were in progress at the most. */
  received: string[];
  mostAtOnce: number;
  /** The headers of the last one. */
  lastHeaders: IncomingHttpHeaders;
  /** How often GET /health came. */
  healthAsked: number;
  /** Connections that are open now. */
  connections(): Promise<number>;
  stop(): void;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

function answer(response: ServerResponse, status: number, body?: object): void {
  response.statusCode = status;
  response.end(body && JSON.stringify(body));
}

/** A service that answers every request with this data, in whatever manner it is told to. */
export async function startFakeSubgraph(
  data: object,
  { host = '127.0.0.1', port = 0 } = {},
): Promise<FakeSubgraph> {
  let inProgress = 0;
  let lastDone: Promise<void> = Promise.resolve();
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/health') {
      fake.healthAsked += 1;
      if (fake.manner.milliseconds === 'never') return undefined;
      return response.end('{"alive":true}');
    }
    fake.lastHeaders = request.headers;
    fake.received.push(await bodyOf(request));
    const { milliseconds, isOneByOne, fault, text, setCookies } = fake.manner;
    if (setCookies) response.setHeader('set-cookie', setCookies);
    inProgress += 1;
    fake.mostAtOnce = Math.max(fake.mostAtOnce, inProgress);
    response.once('close', () => {
      inProgress -= 1;
    });
    if (fault === 'reset') return request.socket.resetAndDestroy();
    if (milliseconds === 'never') return undefined;
    const work = () => delay(milliseconds);
    if (isOneByOne) lastDone = lastDone.then(work);
    if (milliseconds > 0) await (isOneByOne ? lastDone : work());
    if (fault === 'errors') return answer(response, 400, { errors: [{ message: 'no' }] });
    if (fault) return answer(response, fault);
    return text === undefined ? answer(response, 200, { data }) : response.end(text);
  };
  const server = createServer((request, response) => void respond(request, response).catch(() => undefined));
  await new Promise<void>(resolve => server.listen(port, host, resolve));
  const address = server.address();
  const fake: FakeSubgraph = {
    url: `http://${host}:${typeof address === 'object' && address ? address.port : 0}`,
    manner: { milliseconds: 0 },
    received: [],
    mostAtOnce: 0,
    lastHeaders: {},
    healthAsked: 0,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
  return fake;
}
