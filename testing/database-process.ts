import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { type DatabaseProgram, findDatabaseProgram } from '../deploy/local/find-database-server.ts';
import { freePort } from '../deploy/local/free-port.ts';
import { initialiseDatabase } from '../deploy/local/initialise-database.ts';
import { launchServer } from '../deploy/local/launch-server.ts';
import type { ServerProcess } from '../deploy/local/server-process.ts';

const patienceMilliseconds = 60_000;

/** A database server for one test, of the kind that `npm start` uses: stopped, killed and moved as the test likes. */
export class DatabaseProcess {
  readonly #program: DatabaseProgram;
  readonly #folder: string;
  readonly #password: string;
  readonly #options: readonly string[];
  #process: ServerProcess | undefined;
  readonly port: number;
  /** An address of this machine: 127.0.0.1, or another one after a move. */
  host = '127.0.0.1';

  private constructor(
    program: DatabaseProgram,
    place: { folder: string; password: string; port: number },
    options: readonly string[],
  ) {
    this.#program = program;
    this.#folder = place.folder;
    this.#password = place.password;
    this.port = place.port;
    this.#options = options;
  }

  /** Makes an empty server in `folder`, whatever was there before, and starts it with these options besides the usual ones. */
  static async create(folder: string, options: readonly string[] = []): Promise<DatabaseProcess> {
    const program = findDatabaseProgram();
    if (!program) throw new Error('There is no MySQL or MariaDB server on this machine.');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const password = randomBytes(24).toString('hex');
    await initialiseDatabase(program, folder, password);
    const server = new DatabaseProcess(program, { folder, password, port: await freePort() }, options);
    await server.start();
    return server;
  }

  get kind(): DatabaseProgram['kind'] {
    return this.#program.kind;
  }

  get adminUrl(): string {
    return `mysql://root:${this.#password}@${this.host}:${this.port}/`;
  }

  /** Starts it where it was, or at another address of this machine; resolves when it answers, rejects with its last words. */
  async start(host = this.host): Promise<void> {
    this.host = host;
    const plan = {
      program: this.#program,
      folder: this.#folder,
      durable: false,
      adminUrl: () => this.adminUrl,
      options: [...this.#options, `--bind-address=${host}`],
    };
    this.#process = await launchServer(plan, this.port, AbortSignal.timeout(patienceMilliseconds));
  }

  signal(signal: NodeJS.Signals): void {
    if (this.#process) process.kill(this.#process.record.pid, signal);
  }

  /** Resolves when it has ended. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.#process) return;
    this.signal(signal);
    await this.#process.ended;
    this.#process = undefined;
  }

  /** The rows of one statement, as root. */
  async run(statement: string): Promise<RowDataPacket[]> {
    const connection = await createConnection({ uri: this.adminUrl, connectTimeout: 2_000 });
    try {
      const [rows] = await connection.query<RowDataPacket[]>(statement);
      return rows;
    } finally {
      connection.destroy();
    }
  }
}
