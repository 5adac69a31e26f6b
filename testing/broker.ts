import { mkdirSync } from 'node:fs';
import { endProcess } from '../deploy/local/end-process.ts';
import { freePort } from '../deploy/local/free-port.ts';
import { brokerAnswers } from './broker-answers.ts';
import { type BrokerProcess, spawnInFolder } from './broker-process.ts';
import { brokerProgram } from './broker-program.ts';
import { brokerEnvironment } from './broker-settings.ts';

const startMilliseconds = 90_000;
const patienceMilliseconds = 20_000;

export interface Broker {
  /** amqp://guest:guest@127.0.0.1:port */
  url: string;
  port: number;
  /** Its process now: another one after it was started again. */
  readonly pid: number;
  /**
   * Ends it by SIGKILL, as a power cut would; resolves when it is gone. What it has on disk stays. A quorum queue
   * that was declared less than a second before finds no leader afterwards (RabbitMQ 3.10): wait after declaring.
   */
  kill(): Promise<void>;
  /** Starts it again, with the same data, on the same port; resolves when it accepts connections. */
  start(): Promise<void>;
  /** Ends it in order, and all that was started for it. */
  stop(): Promise<void>;
}

/**
 * Starts a private RabbitMQ on free ports of 127.0.0.1, with everything of its in `folder`; resolves when it
 * accepts connections, and says which version it is. Several can run at the same time, as root or as any user. It ends
 * with this process. Throws where there is no RabbitMQ on this machine (brokerProgram tells) or when it does not start.
 */
export async function startBroker({ folder }: { folder: string }): Promise<Broker> {
  const program = brokerProgram();
  if (!program) throw new Error('There is no RabbitMQ on this machine: install the package rabbitmq-server.');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ports = { amqp: await freePort(), nodes: await freePort(), names: await freePort() };
  const env = brokerEnvironment(folder, ports);
  const names = spawnInFolder('epmd', ['-port', String(ports.names)], folder, env);
  let server: BrokerProcess;
  let version = '';

  async function start(): Promise<void> {
    server = spawnInFolder(program ?? '', [], folder, env);
    const late = AbortSignal.timeout(startMilliseconds);
    const died = server.ended.then(how => {
      throw new Error(`RabbitMQ ended while it started (${how}): see ${folder}/output.log and log/`);
    });
    version = await Promise.race([brokerAnswers(ports.amqp, late), died]);
    died.catch(() => {});
  }

  async function stop(): Promise<void> {
    await endProcess(server.record, patienceMilliseconds);
    await endProcess(names.record, patienceMilliseconds);
  }

  try {
    await start();
    process.stderr.write(`RabbitMQ ${version}, by ${program}\n`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `amqp://guest:guest@127.0.0.1:${ports.amqp}`,
    port: ports.amqp,
    get pid() {
      return server.record.pid;
    },
    async kill() {
      process.kill(server.record.pid, 'SIGKILL');
      await server.ended;
    },
    start,
    stop,
  };
}
