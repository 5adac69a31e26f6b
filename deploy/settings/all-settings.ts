import type { z } from 'zod';
import { factsOf, type SettingFacts } from './setting-facts.ts';

/** A setting, and how each of its processes has it. */
export interface Setting {
  name: string;
  description: string;
  values: string | undefined;
  isSecret: boolean;
  /** By process: its default, and the one in production where that is another. */
  defaults: ReadonlyMap<string, { usual: SettingFacts['fallback']; production: SettingFacts['fallback'] }>;
  /** What is told in their place. */
  fallbackInWords: string | undefined;
}

function fallbackIn(environment: string, schema: z.core.$ZodType): SettingFacts['fallback'] {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = environment;
  try {
    return factsOf(schema).fallback;
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

function settingOf(name: string, readers: readonly (readonly [string, z.core.$ZodType])[]): Setting | string {
  const facts = readers.map(([process, schema]) => ({ process, ...factsOf(schema) }));
  const silent = facts.find(({ description }) => !description);
  if (silent) return `${name} (${silent.process}) has no description: give it one by .describe()`;
  const [first] = facts;
  const other = facts.find(
    ({ description, values }) => description !== first?.description || values !== first?.values,
  );
  if (!first?.description || other)
    return `${name} is told in two ways: by ${first?.process} and by ${other?.process}`;
  return {
    name,
    description: first.description,
    values: first.values,
    isSecret: facts.some(({ isSecret }) => isSecret),
    fallbackInWords: facts.find(each => each.fallbackInWords)?.fallbackInWords,
    defaults: new Map(
      readers.map(([process, schema]) => [
        process,
        { usual: fallbackIn('development', schema), production: fallbackIn('production', schema) },
      ]),
    ),
  };
}

/**
 * All settings of all processes, in the order in which they are met. Throws what is wrong with all of them at once: one
 * without a description, or one that two processes tell in two ways.
 */
export function allSettings(byProcess: Readonly<Record<string, z.ZodRawShape>>): Setting[] {
  const readers = new Map<string, (readonly [string, z.core.$ZodType])[]>();
  for (const [process, shape] of Object.entries(byProcess))
    for (const [name, schema] of Object.entries(shape))
      readers.set(name, [...(readers.get(name) ?? []), [process, schema]]);
  const settings = Array.from(readers, ([name, of]) => settingOf(name, of));
  const mistakes = settings.filter(setting => typeof setting === 'string');
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return settings.filter(setting => typeof setting !== 'string');
}
