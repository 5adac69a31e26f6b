import { randomInt } from 'node:crypto';
import { Duplex } from 'node:stream';
import { createConnection } from 'mysql2';
import { type BinlogEvent, readEvent } from './binlog-event.ts';
import { packetsOf } from './packets.ts';

const connectMilliseconds = 10_000;
/** The server sends a heartbeat after so long without anything else; who hears nothing for much longer has lost it. */
const heartbeatSeconds = 1;
const silenceMilliseconds = 15_000;

const dumpCommand = 0x12;
/** Sends what MariaDB notes of statements too, so that the copy has every byte of the file. */
const annotationsFlag = 0x02;
const errorMark = 0xff;
const endMark = 0xfe;

// What a replica says of itself before it asks: which checksums and events it understands. Each kind of server reads
// the names that it knows.
const introduction = `SET @master_binlog_checksum = @@GLOBAL.binlog_checksum,
  @source_binlog_checksum = @@GLOBAL.binlog_checksum, @mariadb_slave_capability = 4,
  @master_heartbeat_period = ${heartbeatSeconds * 1e9}, @source_heartbeat_period = ${heartbeatSeconds * 1e9}`;

/** Where in a server's binary log: a file, and the byte at which an event begins. */
export interface BinlogPosition {
  file: string;
  position: number;
}

function socketOf(connection: object): Duplex {
  if ('stream' in connection && connection.stream instanceof Duplex) return connection.stream;
  throw new Error('This version of mysql2 keeps its socket elsewhere.');
}

/** COM_BINLOG_DUMP, in a packet of the MySQL protocol. */
function dumpRequest({ file, position }: BinlogPosition): Buffer {
  const name = Buffer.from(file);
  const packet = Buffer.alloc(4 + 11 + name.length);
  packet.writeUIntLE(packet.length - 4, 0, 3);
  packet.writeUInt8(dumpCommand, 4);
  packet.writeUInt32LE(position, 5);
  packet.writeUInt16LE(annotationsFlag, 9);
  // Two that follow under one number would push each other out.
  packet.writeUInt32LE(randomInt(2 ** 31, 2 ** 32), 11);
  name.copy(packet, 15);
  return packet;
}

/** The server cannot send its log from the position on that it was asked for: it has not got it (any more). */
export class PositionGone extends Error {}

const cannotReadLog = 1236;

function refusal(payload: Buffer): Error {
  const text = payload.subarray(3).toString();
  const message = text.startsWith('#') ? text.slice(6) : text;
  return payload.readUInt16LE(1) === cannotReadLog ? new PositionGone(message) : new Error(message);
}

/**
 * The events of a server's binary log from a position on, as a replica gets them; it does not end by itself, and while
 * nothing happens a heartbeat comes each second. Rejects when the server refuses, is gone, or is silent for 15 s. The
 * user needs REPLICATION SLAVE.
 */
export async function* followServer(url: string, from: BinlogPosition): AsyncGenerator<BinlogEvent> {
  const connection = createConnection({ uri: url, connectTimeout: connectMilliseconds });
  await connection
    .promise()
    .query({ sql: introduction, timeout: connectMilliseconds })
    .catch(error => {
      connection.destroy();
      throw error;
    });
  // From here on the connection speaks another language than that of queries.
  const socket = socketOf(connection);
  for (const event of ['data', 'end', 'close', 'error']) socket.removeAllListeners(event);
  const silence = setTimeout(
    () => socket.destroy(new Error('the server has fallen silent')),
    silenceMilliseconds,
  );
  try {
    socket.write(dumpRequest(from));
    for await (const payload of packetsOf(socket)) {
      silence.refresh();
      if (payload[0] === errorMark) throw refusal(payload);
      if (payload[0] === endMark && payload.length < 9) return;
      yield readEvent(payload.subarray(1));
    }
    throw new Error('the server has closed the connection');
  } finally {
    clearTimeout(silence);
    socket.destroy();
  }
}
