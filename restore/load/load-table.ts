import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Connection } from 'mysql2/promise';

const lineBreak = 0x0a;

/** The lines of a stream. Only a line feed ends one: whatever else may stand in texts. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (let chunk of chunks) {
    for (let end = chunk.indexOf(lineBreak); end >= 0; end = chunk.indexOf(lineBreak)) {
      yield Buffer.concat([...parts, chunk.subarray(0, end)]).toString();
      parts = [];
      chunk = chunk.subarray(end + 1);
    }
    parts.push(chunk);
  }
}

/** Makes and fills a table from a file that writeTable wrote: one statement a line. */
export async function loadTable(connection: Connection, file: string): Promise<void> {
  await pipeline(createReadStream(file), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const statement of linesOf(chunks)) await connection.query(statement);
  });
}
