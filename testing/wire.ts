import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP server that passes all on to another one of 127.0.0.1, and fails as wires do when it is told to. */
export class Wire {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #isFrozen = false;
  #trap: { text: string; isPassedOn: boolean } | undefined;

  private constructor(targetPort: number) {
    this.#server = createServer(client => this.#join(client, connect(targetPort, '127.0.0.1')));
  }

  /** Listens on a free port of 127.0.0.1. */
  static async to(targetPort: number): Promise<Wire> {
    const wire = new Wire(targetPort);
    await new Promise<void>(resolve => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The wire is closed.');
    return address.port;
  }

  /** Nothing comes through any more, in either direction; nobody is told. */
  freeze(): void {
    this.#isFrozen = true;
    for (const socket of this.#sockets()) socket.pause();
  }

  thaw(): void {
    this.#isFrozen = false;
    for (const socket of this.#sockets()) socket.resume();
  }

  /** Cuts the next connection on which a client sends this text: before the server has it, or before the client has an answer. */
  cutAt(text: string, isPassedOn: boolean): void {
    this.#trap = { text, isPassedOn };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets()) socket.destroy();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }

  *#sockets(): Generator<Socket> {
    for (const pair of this.#pairs) yield* pair;
  }

  #join(client: Socket, target: Socket): void {
    const pair = [client, target] as const;
    this.#pairs.add(pair);
    const end = () => {
      this.#pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) {
      socket.on('error', end);
      socket.on('close', end);
      if (this.#isFrozen) socket.pause();
    }
    client.on('data', chunk => this.#send(chunk, target, end));
    target.on('data', chunk => client.write(chunk));
  }

  #send(chunk: Buffer, target: Socket, end: () => void): void {
    const trap = this.#trap && chunk.includes(this.#trap.text) ? this.#trap : undefined;
    if (!trap) {
      target.write(chunk);
      return;
    }
    this.#trap = undefined;
    if (trap.isPassedOn) {
      // The server has done it by the time that it answers.
      target.removeAllListeners('data');
      target.once('data', end);
      target.write(chunk);
    } else {
      end();
    }
  }
}
