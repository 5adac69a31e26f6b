import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

/** The SHA-1 hash of a text, in forty capital hexadecimal digits. */
export const sha1Of = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();

/** A server in the place of Have I Been Pwned: it answers for ranges of hashes, with padding, and shows what it was asked. */
export class LeakedPasswordsServer {
  readonly leaked = new Set<string>();
  readonly asked: { method: string; path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  /** Whether it takes requests and never answers. */
  isSilent = false;
  /** What it answers with. */
  status = 200;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { method = '', url: path = '', headers } = request;
      this.asked.push({ method, path, headers, body });
      if (!this.isSilent) response.writeHead(this.status).end(this.#linesOf(path.slice(-5)));
    });
  }

  static async start(): Promise<LeakedPasswordsServer> {
    const server = new LeakedPasswordsServer();
    await new Promise<void>(resolve => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** As for LEAKED_PASSWORDS_URL. */
  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/range/`;
  }

  #linesOf(digits: string): string {
    const known = [...this.leaked].map(sha1Of).filter(hash => hash.startsWith(digits));
    const padding = Array.from({ length: 800 }, (_, index) => `${sha1Of(String(index)).slice(5)}:0`);
    return [...known.map(hash => `${hash.slice(5)}:3`), ...padding].join('\r\n');
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
