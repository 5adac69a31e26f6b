import { createReadStream } from 'node:fs';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Where the line after the next one that is not blank begins: its offset in bytes from the beginning of the
 * file, and how many lines lie between `offset` and it. The end of the file where there is none.
 */
export async function nextLineStart(
  file: string,
  offset: number,
): Promise<{ offset: number; lines: number }> {
  let at = offset;
  let lines = 0;
  let blank = true;
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { start: offset });
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      at += 1;
      if (byte === lineFeed) {
        lines += 1;
        if (!blank) return { offset: at, lines };
      } else if (byte !== carriageReturn) {
        blank = false;
      }
    }
  }
  return { offset: at, lines: lines + (blank ? 0 : 1) };
}
