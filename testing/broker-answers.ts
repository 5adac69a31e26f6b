import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const pollMilliseconds = 100;
const patienceMilliseconds = 2_000;

/** What a client of AMQP 0-9-1 says first; the server's answer is a frame of a method, which begins with 1. */
const greeting = Buffer.from('AMQP\0\0\x09\x01', 'latin1');
const methodFrame = 1;

function greets(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write(greeting));
    const settle = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(patienceMilliseconds, () => settle(false));
    socket.once('data', data => settle(data[0] === methodFrame));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}

/** Resolves when a RabbitMQ answers clients on that port of 127.0.0.1; throws what `signal` was aborted with. */
export async function brokerAnswers(port: number, signal: AbortSignal): Promise<void> {
  while (!(await greets(port))) {
    signal.throwIfAborted();
    await delay(pollMilliseconds, undefined, { signal });
  }
}
