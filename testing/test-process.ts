import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { entryOf } from '../deploy/bundle/entry-of.ts';
import { askReady } from '../deploy/local/ask-ready.ts';
import { projectFolder } from '../deploy/local/places.ts';
import { type ServiceName, services } from '../runtime/services.ts';

const exitWithParent = new URL('../deploy/local/exit-with-parent.mjs', import.meta.url).href;
const readyMilliseconds = 90_000;

/** A process of a test store: it can be killed and started again, with other settings for a while. */
export class TestProcess {
  readonly #service: ServiceName;
  readonly #port: number;
  readonly #settings: Record<string, string>;
  readonly #logFile: string;
  #child: ChildProcess | undefined;
  #wasReady = false;
  /** The folder of the store's code that it runs, from its next start on. */
  code: string;

  constructor(options: {
    service: ServiceName;
    port: number;
    settings: Record<string, string>;
    logFile: string;
    code?: string;
  }) {
    this.code = options.code ?? projectFolder;
    this.#service = options.service;
    this.#port = options.port;
    this.#settings = options.settings;
    this.#logFile = options.logFile;
  }

  /** Starts it, with settings that hold for this run alone. */
  start(extra: Record<string, string> = {}): void {
    this.#wasReady = false;
    const log = openSync(this.#logFile, 'a');
    // Another version of the code may have no bundle.
    const entry = this.code === projectFolder ? entryOf(this.#service) : services[this.#service].entry;
    // With the cache a start costs a quarter less of processor time.
    const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env;
    this.#child = spawn(process.execPath, ['--import', exitWithParent, entry], {
      cwd: this.code,
      env: { PATH, HOME, NODE_COMPILE_CACHE, ...this.#settings, ...extra },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
  }

  /** Of the process now; 0 before it was started. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves when GET /ready answers 200; rejects when it ended, or after 90 s. */
  async ready(): Promise<void> {
    const deadline = Date.now() + readyMilliseconds;
    for (;;) {
      const reason = await askReady('127.0.0.1', this.#port);
      if (reason === undefined) {
        this.#wasReady = true;
        return;
      }
      if (this.hasEnded()) throw new Error(`${this.#service} ended at its start: see ${this.#logFile}`);
      if (Date.now() > deadline)
        throw new Error(`${this.#service} is not ready: ${reason}; see ${this.#logFile}`);
      await delay(25);
    }
  }

  hasEnded(): boolean {
    return !this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves when the process has ended by itself or by a failpoint. */
  async ended(): Promise<void> {
    while (!this.hasEnded()) await delay(10);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Ends it by the signal, and starts it again with settings for this run alone; resolves when it is ready. */
  async restart(extra: Record<string, string> = {}, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.stop(signal);
    this.start(extra);
    await this.ready();
  }

  /** Resolves when it has ended by the signal; rejects where it was ready, was asked by SIGTERM, and does not exit 0. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.hasEnded()) return;
    this.signal(signal);
    await this.ended();
    const { exitCode, signalCode } = this.#child ?? {};
    if (signal === 'SIGTERM' && this.#wasReady && exitCode !== 0)
      throw new Error(
        `${this.#service} ended by ${exitCode ?? signalCode} after SIGTERM: see ${this.#logFile}`,
      );
  }
}
