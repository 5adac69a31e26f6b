import { Transform, type TransformCallback } from 'node:stream';

/** A stream turned out to be longer than it may be. */
export class TooManyBytes extends Error {}

/** Passes on so many bytes at the most; fails with TooManyBytes at the first one more. */
export function limitBytes(most: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      passed += chunk.length;
      if (passed > most) done(new TooManyBytes(`more than ${most} bytes`));
      else done(null, chunk);
    },
  });
}
