import { connect } from 'node:net';

/** A server that has not begun to answer by then waits for more. */
const patienceMilliseconds = 400;

/** How long an answer that has begun may take to end. */
const restMilliseconds = 5_000;

/** What a server answers to bytes, as text: until it closes the connection, or, where it says nothing, for a while. */
export function sendBytes(port: number, bytes: Buffer): Promise<string> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const done = () => {
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    socket.setTimeout(patienceMilliseconds, done);
    socket.on('data', chunk => {
      chunks.push(chunk);
      socket.setTimeout(restMilliseconds, done);
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.write(bytes);
  });
}
