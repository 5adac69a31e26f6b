import { v4 } from 'uuid';
import { placeholders } from './placeholders.ts';

interface Filled {
  /** The variables with every known placeholder that has a value replaced by it. */
  variables: unknown;
  /** What was put in, by placeholder name. */
  used: Record<string, string>;
  /** The names of the placeholders that have no value yet. */
  missing: string[];
}

/**
 * Replaces `$name` inside the strings of `variables` by `values[name]`, `$uuid` by a new UUID and `$random`
 * by eight random hexadecimal digits (the same ones throughout a request). Unknown names stay as they are.
 */
export function fillPlaceholders(variables: unknown, values: Record<string, string>): Filled {
  const uuid = v4();
  const known = new Map(Object.entries({ ...values, uuid, random: uuid.slice(0, 8) }));
  const used: Record<string, string> = {};
  const missing = new Set<string>();

  const fillText = (placeholder: string, name: string): string => {
    const value = known.get(name);
    if (value === undefined) {
      if (Object.hasOwn(placeholders, name)) missing.add(name);
      return placeholder;
    }
    used[name] = value;
    return value;
  };
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/\$(\w+)/g, fillText);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item)]));
  };
  return { variables: fill(variables), used, missing: [...missing] };
}
