/** Why a file is not taken as a cover: the codes of the graph's user errors. */
export type CoverRefusalCode = 'COVER_TOO_LARGE' | 'COVER_FORMAT_UNSUPPORTED' | 'COVER_INVALID';

/** A file is not taken as a cover; the message tells its seller what to do. */
export class CoverRefusal extends Error {
  readonly code: CoverRefusalCode;

  constructor(code: CoverRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
