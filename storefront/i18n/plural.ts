import type { Language } from './language.ts';

/**
 * Words for a number of things: `plural('en', '# copy', '# copies')(3)` is "3 copies". # stands for the number, written
 * as the language writes it. Large round numbers in Spanish, "1.000.000 de", are beyond what the shop counts.
 */
export function plural(language: Language, one: string, other: string): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return count => (rules.select(count) === 'one' ? one : other).replace('#', numbers.format(count));
}
