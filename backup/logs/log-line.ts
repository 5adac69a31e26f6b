import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../../deploy/local/write-private-file.ts';
import { writeSums } from '../archive/sums.ts';
import { type BinlogEvent, hasChecksums, isIntact } from '../binlog/binlog-event.ts';
import { eventType } from '../binlog/event-types.ts';
import type { BinlogPosition } from '../binlog/follow-server.ts';
import { magic, readLogFile } from '../binlog/read-log-file.ts';

const lineNote = z.object({ server: z.string() });
const reachNote = z.object({ until: z.iso.datetime() });

const number = (file: string): number => Number(file.slice(file.lastIndexOf('.') + 1));

/** Whether a position lies at or behind another one of the same log. */
export const hasReached = (at: BinlogPosition, wanted: BinlogPosition): boolean =>
  number(at.file) > number(wanted.file) || (at.file === wanted.file && at.position >= wanted.position);

/**
 * A gapless copy of a server's binary log from one of its files on, in a folder: the files byte for byte, under their
 * names. A server whose log does not go on where the copy ends begins a new line.
 */
export class LogLine {
  readonly folder: string;
  #open: { file: string; descriptor: number; size: number; checksums: boolean } | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes the folder of a line that begins at a file of a server. */
  static begin(folder: string, server: string, file: string): LogLine {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writePrivateFile(join(folder, 'line.json'), JSON.stringify({ server }));
    const line = new LogLine(folder);
    line.#openFile(file);
    return line;
  }

  /** What lines are called by: when they began. */
  get name(): string {
    return basename(this.folder);
  }

  get server(): string {
    return lineNote.parse(JSON.parse(readFileSync(join(this.folder, 'line.json'), 'utf8'))).server;
  }

  /** The files of the log that are there, in their order. */
  files(): string[] {
    return readdirSync(this.folder)
      .filter(file => /\.\d{6,}$/.test(file))
      .sort((one, other) => number(one) - number(other));
  }

  /** Until when, by the server's clock, everything is there; undefined while nothing is known to be. */
  get reach(): Date | undefined {
    const file = join(this.folder, 'reach.json');
    return existsSync(file)
      ? new Date(reachNote.parse(JSON.parse(readFileSync(file, 'utf8'))).until)
      : undefined;
  }

  /** Notes, once all of it is on the disk, until when everything is there. */
  noteReach(until: Date): void {
    if (this.#open) fdatasyncSync(this.#open.descriptor);
    writePrivateFile(join(this.folder, 'reach.json'), JSON.stringify({ until: until.toISOString() }));
  }

  /**
   * Opens the last file where it ends, without what was cut off there; answers this place, and when the file was begun
   * by the server's clock (undefined where nothing of it is there yet).
   */
  async resume(): Promise<{ at: BinlogPosition; begun: number | undefined }> {
    const file = this.files().at(-1);
    if (!file) throw new Error(`${this.folder} holds no binary log.`);
    let size = magic.length;
    let description: BinlogEvent | undefined;
    for await (const event of readLogFile(join(this.folder, file))) {
      if (event.type === eventType.formatDescription) description ??= event;
      size += event.bytes.length;
    }
    truncateSync(join(this.folder, file), size);
    this.#openFile(file);
    if (this.#open && description) this.#open.checksums = hasChecksums(description);
    return { at: { file, position: size }, begun: description?.at };
  }

  /** Where the copy ends now. */
  get end(): BinlogPosition {
    if (!this.#open) throw new Error('The line is not open.');
    return { file: this.#open.file, position: this.#open.size };
  }

  /** Adds the next event of the open file. Throws where it does not fit, or is damaged. */
  append(event: BinlogEvent): void {
    const open = this.#open;
    if (!open) throw new Error('The line is not open.');
    if (event.type === eventType.formatDescription) open.checksums = hasChecksums(event);
    if (!isIntact(event, open.checksums))
      throw new Error(`The event that ends at byte ${event.next} of ${open.file} came damaged.`);
    // Positions have 32 bits: a file with a huge transaction goes beyond.
    if (event.next !== (open.size + event.bytes.length) % 2 ** 32)
      throw new Error(`Between byte ${open.size} of ${open.file} and the next event something is missing.`);
    writeSync(open.descriptor, event.bytes);
    open.size += event.bytes.length;
  }

  /** Ends the open file for good, and begins the next one. */
  async turnTo(file: string): Promise<void> {
    const ended = this.#open?.file;
    this.close();
    if (ended) await writeSums(this.folder, [ended], `${ended}.sha256`);
    this.#openFile(file);
  }

  close(): void {
    if (this.#open) {
      fdatasyncSync(this.#open.descriptor);
      closeSync(this.#open.descriptor);
    }
    this.#open = undefined;
  }

  #openFile(file: string): void {
    const path = join(this.folder, file);
    const descriptor = openSync(path, 'a', 0o600);
    if (statSync(path).size === 0) writeSync(descriptor, magic);
    this.#open = { file, descriptor, size: statSync(path).size, checksums: false };
  }
}
