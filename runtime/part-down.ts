import { reasonOf } from './reason-of.ts';

/** Connection errors after which it is certain that nothing was sent. */
const nothingSent = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A part of the store gave no sound answer; what it was asked may have taken effect unless it was refused. */
export class PartDown extends Error {
  /**
   * refused: nothing was sent. broken: the connection broke, or the answer says that the part is not there.
   * hung: no answer in the time that it is given. cut short: no answer in the little time that the request had left.
   */
  readonly how: 'refused' | 'broken' | 'hung' | 'cut short';

  constructor(how: PartDown['how'], message: string, cause?: unknown) {
    super(message, { cause });
    this.how = how;
  }

  static cutShort(cause: unknown): PartDown {
    return new PartDown('cut short', 'the request had too little time left', cause);
  }

  /** What an HTTP request failed by. */
  static by(error: unknown, isOverdue: boolean): PartDown {
    if (error instanceof PartDown) return error;
    if (isOverdue) return new PartDown('hung', 'did not answer in time', error);
    const code = codeOf(error);
    const message = reasonOf(error) || code || 'the connection failed';
    return new PartDown(code !== undefined && nothingSent.has(code) ? 'refused' : 'broken', message, error);
  }
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
