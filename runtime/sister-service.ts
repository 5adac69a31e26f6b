import { Pool } from 'undici';
import { z } from 'zod';
import { serviceUnavailable } from './errors.ts';
import { type InternalTokens, internalTokenHeader } from './internal-token.ts';

const answer = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).optional() });

/** Another subgraph, spoken to directly and as ourselves: for verbs that no client may call. */
export class SisterService {
  readonly #name: string;
  readonly #pool: Pool;
  readonly #tokens: InternalTokens;
  readonly #timeoutMilliseconds: number;

  constructor(name: string, url: string, tokens: InternalTokens, timeoutMilliseconds = 2_000) {
    this.#name = name;
    this.#pool = new Pool(url, { connections: 64, connect: { timeout: timeoutMilliseconds } });
    this.#tokens = tokens;
    this.#timeoutMilliseconds = timeoutMilliseconds;
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
      const signal = AbortSignal.timeout(this.#timeoutMilliseconds);
      const response = await this.#pool.request({ method, path, headers, signal, body: body ?? null });
      return await response.body.json();
    } catch {
      throw serviceUnavailable(this.#name);
    }
  }
}
