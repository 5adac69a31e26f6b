import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { places } from '../deploy/local/places.ts';
import type { TestProcess } from './test-process.ts';

/** How a failpoint fails; see runtime/failpoint.ts. */
export type FailpointMode = 'kill' | 'hang' | 'error' | 'delay' | 'duplicate';

const patienceMilliseconds = 30_000;

/** A process of a test store that fails at one failpoint after the other. */
export class Victim {
  readonly #process: TestProcess;
  readonly #file: string;

  constructor(process: TestProcess, name: string) {
    const folder = join(places.data, 'test', 'failpoints');
    mkdirSync(folder, { recursive: true });
    this.#process = process;
    this.#file = join(folder, name);
    rmSync(this.#file, { force: true });
  }

  /** Starts the process again, so that it can be had to fail. */
  start(): Promise<void> {
    return this.#process.restart({ FAILPOINT_FILE: this.#file });
  }

  /**
   * Has `work` run into a failpoint, again and again where it fails before, and resolves once it has struck, whatever
   * becomes of `work` then, with the moment (Date.now()) at which it struck; a process that is killed by it is up again
   * by then. Rejects when it did not strike within 30 s.
   */
  async strike(failpoint: string, mode: FailpointMode, work: () => Promise<unknown>): Promise<number> {
    writeFileSync(this.#file, `${failpoint}:${mode}`);
    const isArmed = () => existsSync(this.#file);
    const tryOn = async () => {
      while (isArmed()) await work().catch(() => delay(100));
    };
    void tryOn();
    const deadline = Date.now() + patienceMilliseconds;
    while (isArmed()) {
      if (Date.now() > deadline) {
        rmSync(this.#file);
        throw new Error(`${failpoint}:${mode} did not strike`);
      }
      await delay(10);
    }
    const struckAt = Date.now();
    if (mode !== 'kill') return struckAt;
    await this.#process.ended();
    await this.start();
    return struckAt;
  }
}
