import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Line } from '../../runtime/line.ts';
import type { Logger } from '../../runtime/logger.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import type { MadeFile, PictureAnswer, PictureJob } from './jobs.ts';
import { CoverRefusal } from './refusal.ts';

const idleMilliseconds = 60_000;

/** What the process inherits: no secret. */
const inherited = ['PATH', 'NODE_ENV', 'NODE_COMPILE_CACHE'];

// glibc would keep memory for each of libvips's threads.
const thrift = { MALLOC_ARENA_MAX: '2' };

/** The process could not do a job, or ended over it. */
export class MakerFailed extends Error {}

/** A job was not done in time. */
export class MakerTooSlow extends Error {}

/**
 * Makes pictures in a process of its own, one after another, in the order in which they are asked for: a file that has
 * the decoder crash or hang costs nobody else anything, and the memory goes back when there is nothing to do.
 */
export class PictureMaker {
  readonly #logger: Logger;
  readonly #line: Line;
  readonly #timeoutMilliseconds: number;
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: {
    /** How long a job may wait for its turn, and how long it may then take. */
    timeoutMilliseconds: number;
    logger: Logger;
  }) {
    this.#logger = options.logger;
    this.#timeoutMilliseconds = options.timeoutMilliseconds;
    this.#line = new Line(1, options.timeoutMilliseconds);
  }

  /**
   * Rejects with a CoverRefusal where the file is not taken, with MakerFailed where the process could not do it, with
   * MakerTooSlow where it took too long, and with TooLate or LineTooLong where its turn does not come in time.
   */
  async make(job: PictureJob): Promise<MadeFile[]> {
    const leave = await this.#line.enter(performance.now() + this.#timeoutMilliseconds);
    try {
      const said = await this.#ask(job);
      if (said.kind === 'refused') throw new CoverRefusal(said.code, said.message);
      if (said.kind === 'failed') throw new MakerFailed(said.reason);
      return said.files;
    } finally {
      leave();
      this.#rest();
    }
  }

  /** What is under way fails. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
  }

  async #ask(job: PictureJob): Promise<PictureAnswer> {
    clearTimeout(this.#idle);
    const child = this.#running();
    try {
      return await answerOf(child, job, this.#timeoutMilliseconds);
    } catch (error) {
      this.#logger.warn({ reason: reasonOf(error) }, 'the process that makes pictures failed');
      this.#child = undefined;
      child.kill('SIGKILL');
      throw error;
    }
  }

  #running(): ChildProcess {
    if (this.#isClosed) throw new MakerFailed('no pictures are made any more');
    if (this.#child?.connected) return this.#child;
    const child = fork(join(import.meta.dirname, 'make-pictures.ts'), {
      env: { ...Object.fromEntries(inherited.map(name => [name, process.env[name]])), ...thrift },
      execArgv: ['--max-semi-space-size=4'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('error', error => this.#logger.warn({ err: error }, 'the process that makes pictures failed'));
    // Who waits for an answer has a timer: a child without work keeps nobody from ending.
    child.unref();
    child.channel?.unref();
    this.#child = child;
    return child;
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#child?.disconnect(), idleMilliseconds).unref();
  }
}

/** Sends a job, and resolves with what comes back; rejects with MakerFailed when the process ends before, with MakerTooSlow when it takes longer. */
function answerOf(child: ChildProcess, job: PictureJob, milliseconds: number): Promise<PictureAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PictureAnswer>();
  const fail = (reason: string) => reject(new MakerFailed(reason));
  const giveUp = () => reject(new MakerTooSlow('it took too long'));
  const onExit = (code: number | null, signal: string | null) => fail(`it ended by ${signal ?? code}`);
  const timer = setTimeout(giveUp, milliseconds);
  child.once('message', resolve);
  child.once('exit', onExit);
  child.send(job, error => error && fail(error.message));
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', resolve);
    child.off('exit', onExit);
  });
}
