import { placeholders } from './placeholders.ts';
import { valueAt } from './value-at.ts';

/** The placeholder values that an answer's `data` holds, by name; those that it does not hold are left out. */
export function rememberValues(data: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, { paths }] of Object.entries(placeholders)) {
    const value = paths.map(path => valueAt(data, path)).find(candidate => typeof candidate === 'string');
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}
