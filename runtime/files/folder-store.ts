import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inTime } from '../in-time.ts';
import { Line } from '../line.ts';
import { reasonOf } from '../reason-of.ts';
import { type FileStore, soundFileName } from './file-store.ts';

/**
 * Half of the threads that Node has for files and names: a network drive that hangs takes no more of them, and
 * everything else goes on.
 */
const atOnce = 2;
const waitMilliseconds = 2_000;
const workMilliseconds = 10_000;

const unfinished = '.unfinished';
const dayMilliseconds = 86_400_000;

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** What was written or renamed in a folder outlives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Files in a folder, which may be on a network drive. What a process leaves unfinished is removed a day later. */
export class FolderStore implements FileStore {
  readonly #folder: string;
  readonly #line = new Line(atOnce, waitMilliseconds);

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(name: string): Promise<Buffer | null> {
    const path = this.#path(name);
    return this.#inLine(() =>
      readFile(path).catch(error => {
        if (isAbsent(error)) return null;
        throw error;
      }),
    );
  }

  write(name: string, content: Uint8Array): Promise<void> {
    const path = this.#path(name);
    return this.#inLine(async () => {
      const temporary = join(this.#folder, unfinished, randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
      await syncFolder(dirname(path));
    });
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const path of names.map(name => this.#path(name)))
      await this.#inLine(() => rm(path, { force: true }));
    // A folder that is empty by now goes too; one that is not, or is gone, stays as it is.
    for (const folder of new Set(names.map(name => dirname(this.#path(name)))))
      await this.#inLine(() => rmdir(folder).catch(() => undefined));
  }

  async check(use: 'read' | 'write'): Promise<void> {
    try {
      await this.#inLine(() => (use === 'read' ? this.#tryToRead() : this.#tryToWrite()));
    } catch (error) {
      const who = typeof process.getuid === 'function' ? `the user ${process.getuid()}` : 'this user';
      throw new Error(
        `FILES_DIR: ${who} cannot ${use} in ${this.#folder} (${reasonOf(error)}). Book covers need it: mount it, or give that user the right to.`,
        { cause: error },
      );
    }
  }

  async #tryToRead(): Promise<void> {
    // Before the first file is written there is no folder, and nothing to read.
    await readdir(this.#folder).catch(error => {
      if (!isAbsent(error)) throw error;
    });
  }

  async #tryToWrite(): Promise<void> {
    const folder = join(this.#folder, unfinished);
    await mkdir(folder, { recursive: true });
    for (const left of await readdir(folder)) {
      const path = join(folder, left);
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > dayMilliseconds) await rm(path, { force: true });
    }
    const trial = join(folder, randomUUID());
    const handle = await open(trial, 'wx');
    await handle.close();
    await rm(trial);
  }

  #path(name: string): string {
    return join(this.#folder, soundFileName(name));
  }

  /** What hangs keeps its place, however soon its caller is told. */
  async #inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    const leave = await this.#line.enter(performance.now() + waitMilliseconds);
    return inTime(work().finally(leave), workMilliseconds);
  }
}
