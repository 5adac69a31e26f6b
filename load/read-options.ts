import { parseArgs } from 'node:util';
import { z } from 'zod';
import { reasonOf } from '../runtime/reason-of.ts';

/** A number that an option gives, `usual` where it is not given. */
export const numberOption = (usual: number, smallest: number, largest: number) => {
  const words = `must be a number from ${smallest} to ${largest}`;
  return z.coerce.number(words).min(smallest, words).max(largest, words).default(usual);
};

/** An option that is there or not. */
export const flag = () => z.boolean().default(false);

const isFlag = (schema: z.core.$ZodType) =>
  schema instanceof z.ZodDefault && schema.unwrap() instanceof z.ZodBoolean;

function wordsOf(shape: z.ZodRawShape) {
  const options = Object.entries(shape).map(([name, schema]) => [
    name,
    { type: isFlag(schema) ? ('boolean' as const) : ('string' as const) },
  ]);
  return parseArgs({ options: Object.fromEntries(options) }).values;
}

function refuse(mistakes: string[]): never {
  for (const mistake of mistakes) console.error(mistake);
  process.exit(1);
}

/** The options of this process's command line; with mistakes it prints them all and exits 1. */
export function readOptions<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  try {
    const result = z.object(shape).safeParse(wordsOf(shape));
    if (result.success) return result.data;
    return refuse(result.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`));
  } catch (error) {
    return refuse([reasonOf(error)]);
  }
}
