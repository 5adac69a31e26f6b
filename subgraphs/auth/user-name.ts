import type { AuthUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

const maxLength = 100;
const breaksLines = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const visible = /[^\p{C}\p{Z}]/u;

/** A name as it is kept: trimmed, in one of the ways to write its letters (NFC). */
export const normalName = (text: string): string => text.trim().normalize('NFC');

/** What is wrong with a normal name; undefined when nothing is. */
export function nameError(name: string): AuthUserError | undefined {
  if (visible.test(name) && !breaksLines.test(name) && [...name].length <= maxLength) return undefined;
  return userError('NAME_INVALID', `Give a name of 1 to ${maxLength} characters on one line.`, ['name']);
}
