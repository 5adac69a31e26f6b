import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { places } from '../deploy/local/places.ts';
import { DatabaseProcess } from './database-process.ts';

const log = 'source-bin';

/** How the two kinds of server name the same things. */
const words = {
  mariadb: { change: 'CHANGE MASTER TO', source: 'MASTER', replica: 'SLAVE', more: '' },
  mysql: {
    change: 'CHANGE REPLICATION SOURCE TO',
    source: 'SOURCE',
    replica: 'REPLICA',
    more: ', GET_SOURCE_PUBLIC_KEY = 1',
  },
} as const;

/** A database server and another one that copies all it does. */
export class Replication {
  readonly source: DatabaseProcess;
  readonly replica: DatabaseProcess;

  private constructor(source: DatabaseProcess, replica: DatabaseProcess) {
    this.source = source;
    this.replica = replica;
  }

  /** Starts both, empty. */
  static async start(name: string): Promise<Replication> {
    const folder = (role: string) => join(places.data, 'test', `${name}-${role}`);
    const source = await DatabaseProcess.create(folder('source'), ['--server-id=1', `--log-bin=${log}`]);
    try {
      const options = ['--server-id=2', '--relay-log=relay', '--read-only=ON', '--log-bin=replica-bin'];
      const pair = new Replication(source, await DatabaseProcess.create(folder('replica'), options));
      await pair.#join();
      return pair;
    } catch (error) {
      await source.stop('SIGKILL');
      throw error;
    }
  }

  /** From now on the replica does everything so many seconds after the source. */
  async delay(seconds: number): Promise<void> {
    const { change, source, replica } = this.#words;
    await this.replica.run(`STOP ${replica}`);
    await this.replica.run(`${change} ${source}_DELAY = ${seconds}`);
    await this.#start();
  }

  /** A URL of the source's, at the replica. */
  atReplica(url: string): string {
    const moved = new URL(url);
    moved.port = String(this.replica.port);
    return moved.href;
  }

  async stop(): Promise<void> {
    await Promise.all([this.replica.stop('SIGKILL'), this.source.stop('SIGKILL')]);
  }

  get #words() {
    return words[this.source.kind];
  }

  async #join(): Promise<void> {
    const { change, source, more } = this.#words;
    const password = randomBytes(12).toString('hex');
    await this.source.run(`CREATE USER 'copier'@'%' IDENTIFIED BY '${password}'`);
    await this.source.run("GRANT REPLICATION SLAVE ON *.* TO 'copier'@'%'");
    const settings = {
      HOST: `'${this.source.host}'`,
      PORT: this.source.port,
      USER: "'copier'",
      PASSWORD: `'${password}'`,
      CONNECT_RETRY: 1,
      LOG_FILE: `'${log}.000001'`,
      LOG_POS: 4,
    };
    const list = Object.entries(settings).map(([key, value]) => `${source}_${key} = ${value}`);
    await this.replica.run(`${change} ${list.join(', ')}${more}`);
    await this.#start();
  }

  async #start(): Promise<void> {
    await this.replica.run(`START ${this.#words.replica}`);
  }
}
