import { Pool } from 'undici';
import { z } from 'zod';
import { serviceUnavailable } from './errors.ts';
import { type InternalTokens, internalTokenHeader } from './internal-token.ts';

/** As many as the database connections that a service has. */
const connections = 20;

const answer = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).optional() });

/** Another subgraph, spoken to directly and as ourselves: for verbs that no client may call. */
export class SisterService {
  readonly #name: string;
  readonly #pool: Pool;
  readonly #tokens: InternalTokens;

  constructor(name: string, url: string, tokens: InternalTokens, timeoutMilliseconds = 5_000) {
    this.#name = name;
    // The time limits run while a request is on its way, not while it waits here for a connection: when many
    // come at once the others wait here, and the sister is not flooded.
    this.#pool = new Pool(url, {
      connections,
      connect: { timeout: timeoutMilliseconds },
      headersTimeout: timeoutMilliseconds,
      bodyTimeout: timeoutMilliseconds,
    });
    this.#tokens = tokens;
  }

  /** Asks one GraphQL operation. Rejects with SERVICE_UNAVAILABLE when no sound answer came: it may have taken effect. */
  async ask<Data>(
    query: string,
    variables: object,
    data: z.ZodType<Data>,
    requestId?: string,
  ): Promise<Data> {
    const body = answer.parse(
      await this.#request('POST', '/graphql', JSON.stringify({ query, variables }), {
        'content-type': 'application/json',
        [internalTokenHeader]: this.#tokens.for(this.#name),
        ...(requestId && { 'x-request-id': requestId }),
      }),
    );
    if (body.errors) throw serviceUnavailable(this.#name);
    return data.parse(body.data);
  }

  /** Reads a JSON document. */
  async read<Data>(path: string, data: z.ZodType<Data>): Promise<Data> {
    return data.parse(await this.#request('GET', path));
  }

  /** Resolves when the service says that it is alive. */
  async isAlive(): Promise<void> {
    await this.read('/health', z.object({ alive: z.literal(true) }));
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #request(method: 'GET' | 'POST', path: string, body?: string, headers = {}): Promise<unknown> {
    try {
      const response = await this.#pool.request({ method, path, headers, body: body ?? null });
      return await response.body.json();
    } catch {
      throw serviceUnavailable(this.#name);
    }
  }
}
