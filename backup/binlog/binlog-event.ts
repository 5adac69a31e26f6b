import { crc32 } from 'node:zlib';
import { eventType } from './event-types.ts';

/** Every event begins with so many bytes: when, what, whose, how long, where it ends, flags. */
export const headerBytes = 19;
const checksumBytes = 4;
/** Made up by the server for whoever follows it: such an event stands in no file. */
const artificialFlag = 0x20;
const crc32Algorithm = 1;

/** One event of a binary log, as it stands in the file. */
export interface BinlogEvent {
  type: number;
  /** When its statement began, by the server's clock, in seconds since 1970. */
  at: number;
  /** Where the next one stands in the file. */
  next: number;
  isArtificial: boolean;
  bytes: Buffer;
}

/** The event in these bytes, from its header to its checksum. */
export const readEvent = (bytes: Buffer): BinlogEvent => ({
  at: bytes.readUInt32LE(0),
  type: bytes.readUInt8(4),
  next: bytes.readUInt32LE(13),
  isArtificial: (bytes.readUInt16LE(17) & artificialFlag) !== 0,
  bytes,
});

/** Whether the events of a file end with a checksum, as its format description says. */
export const hasChecksums = ({ bytes }: BinlogEvent): boolean =>
  bytes[bytes.length - checksumBytes - 1] === crc32Algorithm;

/** What an event holds behind its header and before its checksum. */
export const bodyOf = ({ bytes }: BinlogEvent, checksums: boolean): Buffer =>
  bytes.subarray(headerBytes, bytes.length - (checksums ? checksumBytes : 0));

/** Whether an event is as the server wrote it, as far as its checksum tells. */
export function isIntact({ bytes, type }: BinlogEvent, checksums: boolean): boolean {
  if (!checksums) return true;
  const end = bytes.length - checksumBytes;
  const content = Buffer.from(bytes.subarray(0, end));
  // A file that was in use when it was sent says so in a flag, which its checksum leaves out.
  if (type === eventType.formatDescription) content.writeUInt16LE(content.readUInt16LE(17) & ~1, 17);
  return crc32(content) === bytes.readUInt32LE(end);
}

/** The same event with another body, and with the length and the checksum that go with it. */
export function withBody({ bytes }: BinlogEvent, body: Buffer, checksums: boolean): Buffer {
  const header = Buffer.from(bytes.subarray(0, headerBytes));
  header.writeUInt32LE(headerBytes + body.length + (checksums ? checksumBytes : 0), 9);
  const content = Buffer.concat([header, body]);
  if (!checksums) return content;
  const checksum = Buffer.alloc(checksumBytes);
  checksum.writeUInt32LE(crc32(content));
  return Buffer.concat([content, checksum]);
}
