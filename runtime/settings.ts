import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { reasonOf } from './reason-of.ts';

type Environment = Record<string, string | undefined>;

/** NAME_FILE stands for NAME: the value is the file's content without its last line break. */
function withFiles(names: string[], environment: Environment, mistakes: string[]): Environment {
  const values: Environment = {};
  for (const name of names) {
    const file = environment[`${name}_FILE`];
    if (file === undefined || file === '') {
      values[name] = environment[name] === '' ? undefined : environment[name];
    } else if (environment[name]) {
      mistakes.push(`${name} and ${name}_FILE are both set: keep one of them`);
    } else {
      try {
        values[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
      } catch (error) {
        mistakes.push(`${name}_FILE names ${file}, which cannot be read (${reasonOf(error)})`);
      }
    }
  }
  return values;
}

/**
 * The settings of a process, read once from the environment. Each may also come from a file that NAME_FILE
 * names. Returns the typed settings, or every mistake at once, one sentence each.
 */
export function parseSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): { settings: z.infer<z.ZodObject<Shape>> } | { mistakes: string[] } {
  const mistakes: string[] = [];
  const values = withFiles(Object.keys(shape), environment, mistakes);
  const result = z.object(shape).safeParse(values);
  const named = new Set(mistakes.map(mistake => mistake.split(/[ _]FILE| /)[0]));
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (!named.has(name))
      mistakes.push(`${name}: ${values[name] === undefined ? 'is not set' : issue.message}`);
  }
  return result.success && mistakes.length === 0 ? { settings: result.data } : { mistakes };
}

/** As parseSettings, on this process's environment; with mistakes it prints them all and exits 1. */
export function readSettings<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const result = parseSettings(shape, process.env);
  if ('settings' in result) return result.settings;
  const list = result.mistakes.map(mistake => `  - ${mistake}`).join('\n');
  process.stderr.write(`The settings are wrong:\n${list}\nThe README has a table of every setting.\n`);
  process.exit(1);
}
