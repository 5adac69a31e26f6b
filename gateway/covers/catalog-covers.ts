import type { Readable } from 'node:stream';
import { Agent } from 'undici';
import { z } from 'zod';
import { coverUploadMilliseconds, uploadsAtOnce } from '../../covers/limits.ts';
import type { CoverFormat } from '../../covers/variants.ts';
import type { InternalTls } from '../../runtime/internal-tls/internal-tls.ts';
import { tlsConnector } from '../../runtime/internal-tls/tls-connector.ts';
import type { InternalRequest, InternalTokens } from '../../runtime/internal-token.ts';
import { Part } from '../../runtime/part.ts';
import { originHeaders } from '../../runtime/tracing/origin-headers.ts';

const moved = z.object({ movedTo: z.string() });

/** What catalog answered to an upload, to be passed on as it is. */
export interface UploadAnswer {
  status: number;
  retryAfter: string | undefined;
  body: unknown;
}

/** Asks catalog for what the gateway cannot do itself: to take a cover in, and to tell or draw one that is not stored. */
export class CatalogCovers {
  readonly #url: string;
  readonly #tokens: InternalTokens;
  readonly #part: Part;
  readonly #timeoutMilliseconds: number;
  readonly #uploads: Agent;

  constructor(options: {
    url: string;
    /** By which it is called, where that is not plain HTTP. */
    tls?: InternalTls | undefined;
    tokens: InternalTokens;
    /** How many are asked for at a time of each replica, beside what the graph asks. */
    concurrency: number;
    /** How long catalog may take over one, the wait for its turn included. */
    timeoutMilliseconds: number;
  }) {
    this.#url = options.url;
    this.#tokens = options.tokens;
    this.#timeoutMilliseconds = options.timeoutMilliseconds;
    this.#part = new Part(options);
    const connect = { timeout: 1_000 };
    this.#uploads = new Agent({
      connections: uploadsAtOnce.all,
      headersTimeout: coverUploadMilliseconds + options.timeoutMilliseconds,
      bodyTimeout: 0,
      connect: options.tls ? tlsConnector(options.tls, connect) : connect,
    });
  }

  /** The picture, where another one is, or null. Rejects as Part does, and where catalog has too much to do. */
  async find(
    path: string,
    format: CoverFormat,
    arrivedAt: number,
  ): Promise<Buffer | { movedTo: string } | null> {
    const request = { method: 'GET', path: `${path}?format=${format}` } as const;
    const { status, body } = await this.#part.ask({
      ...request,
      headers: this.#headers(request),
      body: null,
      isRepeatable: true,
      deadline: arrivedAt + 2 * this.#timeoutMilliseconds,
    });
    if (status === 404) return null;
    if (status !== 200) throw new Error(`catalog answered ${status} to ${path}`);
    return Buffer.isBuffer(body) ? body : moved.parse(body);
  }

  /** Hands a file on while it comes. Rejects where catalog cannot be reached, or the stream fails. */
  async upload(
    bookId: string,
    file: Readable,
    options: { authorization: string | undefined; length: string | undefined; signal: AbortSignal },
  ): Promise<UploadAnswer> {
    const { authorization, length, signal } = options;
    const request = { method: 'POST', path: `/covers/${encodeURIComponent(bookId)}` } as const;
    const response = await this.#uploads.request({
      origin: this.#url,
      ...request,
      headers: {
        ...this.#headers(request),
        'content-type': 'application/octet-stream',
        ...(authorization && { authorization }),
        ...(length && { 'content-length': length }),
      },
      body: file,
      signal,
    });
    const retryAfter = response.headers['retry-after'];
    return {
      status: response.statusCode,
      retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
      body: await response.body.json(),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#part.close(), this.#uploads.close()]);
  }

  #headers(request: InternalRequest): Record<string, string> {
    return { ...this.#tokens.headersFor('catalog', request), ...originHeaders() };
  }
}
