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
   * hung: no answer in the time that it is given.
   */
  readonly how: 'refused' | 'broken' | 'hung';

  constructor(how: PartDown['how'], message: string, cause?: unknown) {
    super(message, { cause });
    this.how = how;
  }

  /** What an HTTP request failed by. */
  static by(error: unknown, isOverdue: boolean): PartDown {
    if (error instanceof PartDown) return error;
    if (isOverdue) return new PartDown('hung', 'did not answer in time', error);
    const { code, message } =
      error instanceof Error ? codeOf(error) : { code: undefined, message: String(error) };
    return new PartDown(code !== undefined && nothingSent.has(code) ? 'refused' : 'broken', message, error);
  }
}

function codeOf(error: NodeJS.ErrnoException): { code: string | undefined; message: string } {
  return { code: error.code, message: error.message || error.code || 'the connection failed' };
}
