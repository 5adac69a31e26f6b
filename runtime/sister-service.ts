import { z } from 'zod';
import { serviceUnavailable } from './errors.ts';
import type { InternalTls } from './internal-tls/internal-tls.ts';
import type { InternalTokens } from './internal-token.ts';
import { isRead } from './is-read.ts';
import { PartMetrics } from './metrics/part-metrics.ts';
import { Part } from './part.ts';
import type { PartRequest } from './replica.ts';
import { originHeaders } from './tracing/origin-headers.ts';
import { inSpan } from './tracing/spans.ts';

const noErrors = z.never({ error: ({ input }) => `it answered errors: ${JSON.stringify(input)}` }).optional();

/** Another subgraph, spoken to directly and as ourselves: for verbs that no client may call. */
export class SisterService {
  readonly #name: string;
  readonly #part: Part;
  readonly #metrics: PartMetrics;
  readonly #tokens: InternalTokens;
  readonly #timeoutMilliseconds: number;

  /**
   * It is sent as many requests at a time as a service has database connections. A request may take
   * SISTER_TIMEOUT_MS, and may wait as long for its turn before.
   */
  constructor(
    name: string,
    url: string,
    tokens: InternalTokens,
    settings: {
      SISTER_TIMEOUT_MS: number;
      DATABASE_POOL_SIZE: number;
      INTERNAL_TLS_DIR?: InternalTls | undefined;
    },
  ) {
    const { SISTER_TIMEOUT_MS: timeoutMilliseconds, DATABASE_POOL_SIZE: concurrency } = settings;
    this.#name = name;
    this.#part = new Part({ url, tls: settings.INTERNAL_TLS_DIR, concurrency, timeoutMilliseconds });
    this.#metrics = new PartMetrics(name, () => this.#part.replicas);
    this.#tokens = tokens;
    this.#timeoutMilliseconds = timeoutMilliseconds;
  }

  /**
   * Asks one GraphQL operation, on behalf of the request that it is done for, if any. Rejects with SERVICE_UNAVAILABLE
   * when no sound answer came: it may have taken effect.
   */
  async ask<Data>(query: string, variables: object, data: z.ZodType<Data>): Promise<Data> {
    const request = {
      method: 'POST',
      path: '/graphql',
      body: JSON.stringify({ query, variables }),
    } as const;
    const headers = {
      'content-type': 'application/json',
      ...this.#tokens.headersFor(this.#name, request),
    };
    const answer = await this.#request(
      { ...request, headers, isRepeatable: isRead(query) },
      z.object({ data, errors: noErrors }),
    );
    return answer.data;
  }

  /** Reads a JSON document. Rejects with SERVICE_UNAVAILABLE when no sound one came. */
  read<Data>(path: string, data: z.ZodType<Data>): Promise<Data> {
    return this.#request({ method: 'GET', path, headers: {}, body: null, isRepeatable: true }, data);
  }

  /** Resolves when the service says that it is alive. */
  isAlive(): Promise<void> {
    return this.#part.isAlive();
  }

  close(): Promise<void> {
    this.#metrics.stop();
    return this.#part.close();
  }

  async #request<Body>(request: Omit<PartRequest, 'deadline'>, body: z.ZodType<Body>): Promise<Body> {
    const deadline = performance.now() + 2 * this.#timeoutMilliseconds;
    const ask = async () => {
      const headers = { ...request.headers, ...originHeaders() };
      return body.parse((await this.#part.ask({ ...request, headers, deadline })).body);
    };
    const span = {
      name: `ask ${this.#name}`,
      kind: 'client',
      attributes: { 'peer.service': this.#name },
    } as const;
    try {
      return await this.#metrics.measure(() => inSpan(() => span, ask));
    } catch (error) {
      throw serviceUnavailable(this.#name, error);
    }
  }
}
