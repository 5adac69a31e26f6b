import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of a table in SECURITY.md: what is asked for, whether that is met, and by which files and tests. */
export interface Requirement {
  /** Its number in ASVS, or the words of the cheat sheet. */
  name: string;
  /** In ASVS; undefined elsewhere. */
  level?: number;
  met: string;
  /** Where it is met, or what is missing. */
  where: string;
  tests: { file: string; title: string }[];
}

/** The lines between a heading and the next one of the same rank or a higher one. Throws where there is none. */
export function section(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(heading);
  if (from < 0) throw new Error(`There is no heading "${heading}".`);
  const rank = heading.indexOf(' ');
  const to = lines.findIndex((line, index) => index > from && /^#+ /.test(line) && line.indexOf(' ') <= rank);
  return lines.slice(from + 1, to < 0 ? undefined : to);
}

const testsIn = (cell: string): Requirement['tests'] =>
  Array.from(cell.matchAll(/`([^`]+)` “([^”]+)”/g), ([, file = '', title = '']) => ({ file, title }));

/** The cells of the rows of all tables below a heading, without their heads. */
function rowsOf(text: string, heading: string): string[][] {
  const lines = section(text, heading);
  const isRule = (line: string | undefined) => /^\|[-:| ]+\|$/.test(line ?? '');
  return lines
    .filter((line, index) => line.startsWith('|') && !isRule(line) && !isRule(lines[index + 1]))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}

/** ASVS' table: | number | level | what | met | where | test |. */
export const asvsRows = (text: string, heading: string): Requirement[] =>
  rowsOf(text, heading).map(([name = '', level, , met = '', where = '', tests = '']) => ({
    name,
    level: Number(level),
    met,
    where,
    tests: testsIn(tests),
  }));

/** Another table: | what | met | where | test |. */
export const otherRows = (text: string, heading: string): Requirement[] =>
  rowsOf(text, heading).map(([name = '', met = '', where = '', tests = '']) => ({
    name,
    met,
    where,
    tests: testsIn(tests),
  }));

/** The numbers of ASVS that lines name; 6.5.1–5 stands for five of them. */
export const numbersIn = (lines: readonly string[]): string[] =>
  Array.from(
    lines.join('\n').matchAll(/(?<![\d.])(\d+\.\d+)\.(\d+)(?:–(\d+))?(?![\d.]*\d)/g),
    ([, group = '', first = '', last = first]) =>
      Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, index) => `${group}.${Number(first) + index}`,
      ),
  ).flat();

/** The files that a cell names: in backticks, with a folder before them or an ending. */
export const filesIn = (cell: string): string[] =>
  Array.from(cell.matchAll(/`([\w.@/-]+)`/g), ([, file = '']) => file).filter(file =>
    /^[^/].*\/|\.(?:ts|tsx|md|json|yml)$/.test(file),
  );

/** What a row names and is not there: a file, or a test of that title in it. One line a problem. */
export function missing({ name, where, tests }: Requirement, folder: string): string[] {
  const isThere = (file: string) => existsSync(join(folder, file));
  const files = [...filesIn(where), ...tests.map(({ file }) => file)].filter(file => !isThere(file));
  const titles = tests.filter(
    ({ file, title }) => isThere(file) && !readFileSync(join(folder, file), 'utf8').includes(title),
  );
  return [
    ...files.map(file => `${name}: there is no ${file}`),
    ...titles.map(({ file, title }) => `${name}: ${file} has no test “${title}”`),
  ];
}
