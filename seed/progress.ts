const barWidth = 28;
const redrawMs = 100;
const lineEveryMs = 5_000;

/** How far something is: a bar that is drawn again and again in a terminal, else a line now and then. */
export interface Progress {
  /** Shows how much is done, 0 to 1, and a few words. */
  show(share: number, words: string): void;
  /** Prints a line of its own. */
  say(line: string): void;
  /** Shows the end state and leaves it standing. */
  end(words: string): void;
}

const percent = (share: number) => `${String(Math.floor(share * 100)).padStart(3)} %`;

function bar(share: number): string {
  const full = Math.floor(share * barWidth);
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`;
}

/** Progress on `output`, each line beginning with `title`. */
export function progressOn(output: NodeJS.WriteStream, title: string): Progress {
  let shownAt = output.isTTY ? 0 : Date.now();
  let drawn = '';
  const clear = () => {
    if (drawn) output.write('\r\x1b[K');
    drawn = '';
  };
  const draw = (share: number, words: string) => {
    clear();
    drawn = `${title}  ${bar(share)} ${percent(share)}  ${words}`;
    output.write(drawn.slice(0, output.columns - 1));
  };
  return {
    show(share, words) {
      const now = Date.now();
      if (now - shownAt < (output.isTTY ? redrawMs : lineEveryMs)) return;
      shownAt = now;
      if (output.isTTY) draw(share, words);
      else output.write(`${title}  ${percent(share)}  ${words}\n`);
    },
    say(line) {
      const hidden = drawn;
      clear();
      output.write(`${line}\n`);
      drawn = hidden;
      if (drawn) output.write(drawn.slice(0, output.columns - 1));
    },
    end(words) {
      clear();
      output.write(output.isTTY ? `${title}  ${bar(1)} ${percent(1)}  ${words}\n` : `${title}  ${words}\n`);
    },
  };
}
