import { describe, expect, test } from '@jest/globals';
import { packetsOf } from './packets.ts';

const packet = (payload: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUIntLE(payload.length, 0, 3);
  return Buffer.concat([head, payload]);
};

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (bytes: Buffer, size: number) => Array.fromAsync(packetsOf(inChunks(bytes, size)));

describe('packets of the MySQL protocol', () => {
  test.each([1, 3, 4, 5, 7, 1000])(
    'are found whatever the pieces in which they come (%i bytes)',
    async size => {
      const payloads = ['one', '', 'three and more', 'x'.repeat(300)].map(text => Buffer.from(text));
      expect(await read(Buffer.concat(payloads.map(packet)), size)).toEqual(payloads);
    },
  );

  test('that are as long as they can be are continued by the next one', async () => {
    const long = Buffer.alloc(2 ** 24 - 1, 1);
    const bytes = Buffer.concat([packet(long), packet(Buffer.from('end')), packet(Buffer.from('next'))]);
    const [first, second] = await read(bytes, 65_536);
    expect(first?.length).toBe(long.length + 3);
    expect(first?.subarray(-3).toString()).toBe('end');
    expect(second?.toString()).toBe('next');
  });

  test('that are cut off are left out', async () => {
    expect(await read(packet(Buffer.from('whole')).subarray(0, 7), 100)).toEqual([]);
  });
});
