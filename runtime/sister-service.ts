import { z } from 'zod';
import { serviceUnavailable } from './errors.ts';
import { type InternalTokens, internalTokenHeader } from './internal-token.ts';
import { isRead } from './is-read.ts';
import { Part, type PartRequest } from './part.ts';

/** As many as the database connections that a service has. */
const concurrency = 20;

const answer = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).optional() });

/** Another subgraph, spoken to directly and as ourselves: for verbs that no client may call. */
export class SisterService {
  readonly #name: string;
  readonly #part: Part;
  readonly #tokens: InternalTokens;
  readonly #timeoutMilliseconds: number;

  /** A request may take `timeoutMilliseconds`, and may wait as long for its turn before. */
  constructor(name: string, url: string, tokens: InternalTokens, timeoutMilliseconds = 1_500) {
    this.#name = name;
    this.#part = new Part({ url, concurrency, timeoutMilliseconds });
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
    const request = {
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        [internalTokenHeader]: this.#tokens.for(this.#name),
        ...(requestId && { 'x-request-id': requestId }),
      },
      body: JSON.stringify({ query, variables }),
      isRead: isRead(query),
    } as const;
    const body = answer.parse(await this.#request(request));
    if (body.errors) throw serviceUnavailable(this.#name);
    return data.parse(body.data);
  }

  /** Reads a JSON document. */
  async read<Data>(path: string, data: z.ZodType<Data>): Promise<Data> {
    return data.parse(await this.#request({ method: 'GET', path, headers: {}, body: null, isRead: true }));
  }

  /** Resolves when the service says that it is alive. */
  isAlive(): Promise<void> {
    return this.#part.isAlive();
  }

  close(): Promise<void> {
    return this.#part.close();
  }

  async #request(request: Omit<PartRequest, 'deadline'>): Promise<unknown> {
    const deadline = performance.now() + 2 * this.#timeoutMilliseconds;
    try {
      return (await this.#part.ask({ ...request, deadline })).body;
    } catch {
      throw serviceUnavailable(this.#name);
    }
  }
}
