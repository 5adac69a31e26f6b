import { z } from 'zod';
import { reasonOf } from './reason-of.ts';
import { settingOrFile } from './setting-or-file.mjs';

type Environment = Record<string, string | undefined>;

function valuesOf(names: string[], environment: Environment, mistakes: Map<string, string>): Environment {
  const values: Environment = {};
  for (const name of names) {
    try {
      values[name] = settingOrFile(name, environment);
    } catch (error) {
      mistakes.set(name, reasonOf(error));
    }
  }
  return values;
}

/** Whether this process is given a setting, of its own or by a file that is not empty. One that cannot be read is: readSettings tells. */
export function isGiven(name: string): boolean {
  try {
    return settingOrFile(name, process.env) !== undefined;
  } catch {
    return true;
  }
}

/**
 * The settings of a process, read once from the environment. Each may also come from a file that NAME_FILE
 * names. Returns the typed settings, or every mistake at once, one sentence each.
 */
export function parseSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): { settings: z.infer<z.ZodObject<Shape>> } | { mistakes: string[] } {
  const found = new Map<string, string>();
  const values = valuesOf(Object.keys(shape), environment, found);
  const result = z.object(shape).safeParse(values);
  const mistakes = [...found.values()];
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (!found.has(name))
      mistakes.push(`${name}: ${values[name] === undefined ? 'is not set' : issue.message}`);
  }
  return result.success && mistakes.length === 0 ? { settings: result.data } : { mistakes };
}

/** What a process says before it exits because of mistakes in its settings. */
export const settingsAreWrong = (mistakes: readonly string[]): string =>
  `The settings are wrong:\n${mistakes.map(mistake => `  - ${mistake}`).join('\n')}\ndeploy/SETTINGS.md tells what each is for.\n`;

/** As parseSettings, on this process's environment; with mistakes it prints them all and exits 1. */
export function readSettings<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const result = parseSettings(shape, process.env);
  if ('settings' in result) return result.settings;
  process.stderr.write(settingsAreWrong(result.mistakes));
  process.exit(1);
}
