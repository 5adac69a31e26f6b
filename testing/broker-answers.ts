import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const pollMilliseconds = 100;
const patienceMilliseconds = 2_000;

/** What a client of AMQP 0-9-1 says first; the server's answer is a frame of a method, which begins with 1. */
const greeting = Buffer.from('AMQP\0\0\x09\x01', 'latin1');
const methodFrame = 1;

/** How its field that tells the version begins: the name, and what follows, a text behind its length in four bytes. */
const versionField = Buffer.from('\x07versionS', 'latin1');
const lengthBytes = 4;

function versionIn(frame: Buffer): string {
  const at = frame.indexOf(versionField) + versionField.length;
  if (!frame.includes(versionField) || at + lengthBytes > frame.length) return 'of an unknown version';
  const from = at + lengthBytes;
  return frame.toString('latin1', from, from + frame.readUInt32BE(at));
}

/** The version of who answers; undefined where nobody does. */
function greets(port: number): Promise<string | undefined> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write(greeting));
    const settle = (version?: string) => {
      socket.destroy();
      resolve(version);
    };
    socket.setTimeout(patienceMilliseconds, () => settle());
    socket.once('data', data => settle(data[0] === methodFrame ? versionIn(data) : undefined));
    socket.once('error', () => settle());
    socket.once('close', () => settle());
  });
}

/**
 * Resolves when a RabbitMQ answers clients on that port of 127.0.0.1, with its version; throws what `signal` was aborted
 * with.
 */
export async function brokerAnswers(port: number, signal: AbortSignal): Promise<string> {
  for (;;) {
    const version = await greets(port);
    if (version !== undefined) return version;
    signal.throwIfAborted();
    await delay(pollMilliseconds, undefined, { signal });
  }
}
