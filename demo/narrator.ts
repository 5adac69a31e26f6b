import { styleText } from 'node:util';

const titleWidth = 34;

/** A step did not go as it should: what was expected, and what came instead. */
export class NotAsExpected extends Error {
  readonly expected: string;
  readonly got: string;

  constructor(expected: string, got: string) {
    super(`expected ${expected}, got ${got}`);
    this.expected = expected;
    this.got = got;
  }
}

/** Throws NotAsExpected unless both are the same. */
export function expectSame(what: string, expected: unknown, got: unknown): void {
  const [wanted, came] = [JSON.stringify(expected), JSON.stringify(got)];
  if (wanted !== came) throw new NotAsExpected(`${what} ${wanted}`, came ?? 'nothing');
}

/** Tells steps on a terminal, one line each, and counts those that did not go as they should. */
export interface Narrator {
  readonly steps: number;
  readonly failures: number;
  chapter(title: string): void;
  /** Runs a step and prints what `telling` makes of its result. A failure is printed, counted and thrown. */
  step<Result>(
    title: string,
    work: () => Promise<Result>,
    telling: (result: Result) => string,
  ): Promise<Result>;
}

/** A narrator that writes on `output`, in colours where that is a terminal. */
export function narratorOn(output: NodeJS.WriteStream): Narrator {
  const print = (line: string) => output.write(`${line}\n`);
  const style = (format: 'green' | 'red' | 'bold' | 'dim', text: string) =>
    styleText(format, text, { stream: output });
  let steps = 0;
  let failures = 0;
  return {
    get steps() {
      return steps;
    },
    get failures() {
      return failures;
    },
    chapter: title => print(`\n${style('bold', title)}`),
    async step(title, work, telling) {
      steps += 1;
      try {
        const result = await work();
        print(`  ${style('green', '✓')} ${title.padEnd(titleWidth)}${style('dim', telling(result))}`);
        return result;
      } catch (error) {
        failures += 1;
        print(`  ${style('red', '✗')} ${title}`);
        if (error instanceof NotAsExpected) {
          print(`      expected  ${error.expected}`);
          print(`      got       ${error.got}`);
        } else {
          print(`      ${error instanceof Error ? error.message : String(error)}`);
        }
        throw error;
      }
    },
  };
}
