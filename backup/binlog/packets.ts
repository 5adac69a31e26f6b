const lengthBytes = 3;
const headBytes = lengthBytes + 1;
/** A packet of this length is continued by the next one. */
const fullPacket = 2 ** 24 - 1;

/** The payloads of the packets in a stream of the MySQL protocol, those that came in several parts as one. */
export async function* packetsOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let size = 0;
  let parts: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size < headBytes) continue;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    while (rest.length >= headBytes) {
      const length = rest.readUIntLE(0, lengthBytes);
      if (rest.length < headBytes + length) break;
      parts.push(rest.subarray(headBytes, headBytes + length));
      rest = rest.subarray(headBytes + length);
      if (length === fullPacket) continue;
      yield parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
      parts = [];
    }
    chunks = rest.length === 0 ? [] : [rest];
    size = rest.length;
  }
}
