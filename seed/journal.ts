import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Ledger, ledgerInMemory } from './ledger.ts';

export interface Journal extends Ledger {
  /** Whether an earlier run left it without coming to its end. */
  readonly interrupted: boolean;
  /** Notes that the run came to its end, and closes the file. */
  end(): void;
}

const begun = 'begin';
const ended = 'end';

// What follows the last line break was being written when its process died, and counts for nothing.
function completeLines(text: string): string[] {
  return text.split('\n').slice(0, -1);
}

function entryOf(line: string): [number, string][] {
  const [row, bookId] = line.split(' ');
  return row && bookId ? [[Number(row), bookId]] : [];
}

/**
 * A ledger that is a file: `begin` and `end` around each run, and between them `<row> <book id>` for each row as
 * soon as the store acknowledged it. Each line is written at once, so that the end of the process at any moment
 * loses nothing that was noted.
 */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, 'a+', 0o600);
  const lines = completeLines(readFileSync(file, 'utf8'));
  const interrupted = fstatSync(descriptor).size > 0 && lines.at(-1) !== ended;
  ftruncateSync(
    descriptor,
    lines.reduce((bytes, line) => bytes + Buffer.byteLength(line) + 1, 0),
  );
  writeSync(descriptor, `${begun}\n`);
  const ledger = ledgerInMemory(lines.flatMap(entryOf));
  return {
    ...ledger,
    interrupted,
    record(row, bookId) {
      writeSync(descriptor, `${row} ${bookId}\n`);
      ledger.record(row, bookId);
    },
    end() {
      writeSync(descriptor, `${ended}\n`);
      closeSync(descriptor);
    },
  };
}
