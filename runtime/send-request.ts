import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { timeLimit } from './time-limit.ts';

/** An HTTP answer, with all of its body. */
export interface WholeAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** The answer did not come within the time that there was for it. */
export class Overdue extends Error {}

interface Outcome {
  resolve(answer: WholeAnswer): void;
  reject(error: unknown): void;
}

/** Gathers an answer as it comes: without the streams of undici's `request`, which cost as much as all the rest. */
class AnswerGatherer implements Dispatcher.DispatchHandler {
  readonly #outcome: Outcome;
  readonly #callOffLimit: (() => void) | undefined;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #reason: Overdue | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};

  constructor(outcome: Outcome, milliseconds: number | undefined) {
    this.#outcome = outcome;
    this.#callOffLimit =
      milliseconds === undefined ? undefined : timeLimit(milliseconds, () => this.#breakOff(milliseconds));
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
    this.#callOffLimit?.();
    this.#outcome.resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#callOffLimit?.();
    this.#outcome.reject(error);
  }

  /** Wherever the request is by now: where it has not been sent yet, it will not be. */
  #breakOff(milliseconds: number): void {
    const reason = new Overdue(`no answer within ${Math.round(milliseconds)} ms`);
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#outcome.reject(reason);
  }
}

/**
 * Sends a request over a connection, or one of a pool. Rejects with what the connection failed by, and with Overdue where the
 * answer takes longer than `milliseconds`, where they are given.
 */
export function sendRequest(
  by: Dispatcher,
  request: Pick<Dispatcher.DispatchOptions, 'method' | 'path' | 'body'> & { headers: Record<string, string> },
  milliseconds?: number,
): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    by.dispatch(request, new AnswerGatherer({ resolve, reject }, milliseconds));
  });
}
