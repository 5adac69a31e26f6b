/** A process that is told from every other that had or will have its number. */
export interface ProcessRecord {
  pid: number;
  /** What identityOf said of it when it was recorded. */
  identity: string | undefined;
}

/** A text that only this run of process `pid` has: when it started; undefined when there is no such process. */
export function identityOf(pid: number): string | undefined;

/** Whether the recorded process is the one that has its number now. */
export function isRunning(process: ProcessRecord): boolean;

/** The number of a living process that holds the lock (0 when it is only just taking it), or undefined. */
export function holderOf(file: string): number | undefined;

export interface Lock {
  /** The lock also holds for as long as process `pid` lives, even when this process dies. */
  share(pid: number): void;
  release(): void;
}

/**
 * Takes the lock `file` for this process, from a dead holder too; undefined while a living one has it.
 * A file that cannot be written throws.
 */
export function takeLock(file: string): Lock | undefined;
