import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** An HTTP answer, with all of its body. */
export interface WholeAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Outcome {
  resolve(answer: WholeAnswer): void;
  reject(error: unknown): void;
}

/** Gathers an answer as it comes: without the streams of undici's `request`, which cost as much as all the rest. */
class AnswerGatherer implements Dispatcher.DispatchHandler {
  readonly #outcome: Outcome;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #reason: Error | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};

  constructor(outcome: Outcome) {
    this.#outcome = outcome;
  }

  /** Breaks off, wherever the request is by now. */
  abort(reason: Error): void {
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#outcome.reject(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#reason) controller.abort(this.#reason);
    else this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const body = only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks);
    this.#outcome.resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#outcome.reject(error);
  }
}

/** Sends a request over a connection, or one of a pool. Rejects with what the connection failed by, or the reason of the signal. */
export function sendRequest(
  by: Dispatcher,
  request: Pick<Dispatcher.DispatchOptions, 'method' | 'path' | 'body'> & { headers: Record<string, string> },
  signal?: AbortSignal,
): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    const gatherer = new AnswerGatherer({ resolve, reject });
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => gatherer.abort(signal.reason), { once: true });
    by.dispatch(request, gatherer);
  });
}
