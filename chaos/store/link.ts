import { connect, createServer, type Server, type Socket } from 'node:net';

/** How a link is cut: everything on it ends and nothing new comes in, or all of it hangs until it is mended. */
export type CutMode = 'refuse' | 'hang';

/** Each direction ends by itself, as it does without us in between. */
const socketOptions = { allowHalfOpen: true, noDelay: true };

/** A way from one process to another: a port of 127.0.0.1 that passes all bytes on, until it is cut. */
export class Link {
  readonly #target: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** What came in while it hangs, not passed on yet. */
  readonly #waiting = new Set<Socket>();
  #mode: CutMode | undefined;

  constructor(target: number) {
    this.#target = target;
    this.#server = createServer({ ...socketOptions, pauseOnConnect: true }, socket => this.#accept(socket));
  }

  /** Listens, and resolves with the port. */
  open(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  }

  cut(mode: CutMode): void {
    this.#mode = mode;
    for (const socket of this.#sockets) {
      if (mode === 'refuse') socket.resetAndDestroy();
      else socket.pause();
    }
  }

  /** Lets everything pass again: what hung on it goes on where it was, as after a broken cable. */
  mend(): void {
    this.#mode = undefined;
    for (const socket of this.#sockets) socket.resume();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const socket of waiting) if (!socket.destroyed) this.#join(socket);
  }

  close(): void {
    this.#server.close();
    for (const socket of [...this.#sockets, ...this.#waiting]) socket.destroy();
  }

  #accept(socket: Socket): void {
    socket.on('error', () => {});
    if (this.#mode === 'refuse') socket.resetAndDestroy();
    else if (this.#mode === 'hang') this.#waiting.add(socket);
    else this.#join(socket);
  }

  #join(incoming: Socket): void {
    const outgoing = connect({ ...socketOptions, port: this.#target, host: '127.0.0.1' });
    this.#pass(incoming, outgoing);
    this.#pass(outgoing, incoming);
    incoming.resume();
  }

  /** Not a pipe: that would resume a socket which hangs. */
  #pass(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', bytes => {
      if (!to.write(bytes)) from.pause();
    });
    to.on('drain', () => {
      if (this.#mode !== 'hang') from.resume();
    });
    from.once('end', () => to.end());
    from.once('error', () => to.resetAndDestroy());
    from.once('close', () => {
      this.#sockets.delete(from);
      to.destroySoon();
    });
  }
}
