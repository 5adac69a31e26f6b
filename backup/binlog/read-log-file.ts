import { createReadStream } from 'node:fs';
import { type BinlogEvent, headerBytes, readEvent } from './binlog-event.ts';

/** What every file of a binary log begins with. */
export const magic = Buffer.from([0xfe, 0x62, 0x69, 0x6e]);

const chunkBytes = 1024 * 1024;

/**
 * The events in a file of a binary log that lie whole before `end` (a byte), from the first one on. Ends at one that was
 * cut off. Throws where the file is none of a binary log, or is damaged so that it cannot be read on.
 */
export async function* readLogFile(
  file: string,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<BinlogEvent> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (at === 0) {
      if (rest.length < magic.length) continue;
      if (!rest.subarray(0, magic.length).equals(magic)) throw new Error(`${file} is no binary log.`);
      rest = rest.subarray(magic.length);
      at = magic.length;
    }
    while (rest.length >= headerBytes) {
      const size = rest.readUInt32LE(9);
      if (size < headerBytes) throw new Error(`${file} is damaged at byte ${at}.`);
      if (at + size > end) return;
      if (rest.length < size) break;
      yield readEvent(rest.subarray(0, size));
      rest = rest.subarray(size);
      at += size;
    }
  }
}
