import { badUserInput } from '../../runtime/errors.ts';
import { titleKey } from './fold-text.ts';
import { isbnDigits } from './isbn.ts';
import { askedTerms, type Term } from './search-terms.ts';

// A title may have 500 characters and is found by itself; what is longer is no query.
const maxLength = 1_000;

/** Terms that are looked for at most; the words beyond are left out. */
const maxTerms = 32;

/** What somebody looks for. */
export interface Query {
  terms: Term[];
  /** As titles are compared; a book of just this title comes first. */
  titleKey: string;
}

/** Numbers of books are looked for as digits, however they are hyphened. */
const withPlainIsbns = (text: string): string =>
  isbnDigits(text) ?? text.replace(/\S+/g, word => (word.includes('-') ? (isbnDigits(word) ?? word) : word));

/** Each term once; one that also stands whole need not be looked for as a beginning. */
function withoutRepeats(terms: Term[]): Term[] {
  const unlike = new Map<string, Term>();
  for (const term of terms) if (!term.begun || !unlike.has(term.text)) unlike.set(term.text, term);
  return [...unlike.values()];
}

/**
 * Reads a query; undefined for one without anything to look for. The last word counts as only begun unless a
 * blank follows it. BAD_USER_INPUT beyond 1,000 characters.
 */
export function parseQuery(text: string | null | undefined): Query | undefined {
  const query = text?.trimStart() ?? '';
  if (query === '') return undefined;
  if (query.length > maxLength) throw badUserInput(`query must have at most ${maxLength} characters.`);
  const all = askedTerms(withPlainIsbns(query));
  const last = all.at(-1);
  if (!last) return undefined;
  const begun = last.begun || !/\s$/.test(query);
  const terms = withoutRepeats([...all.slice(0, -1), { text: last.text, begun }]);
  return { terms: terms.slice(0, maxTerms), titleKey: titleKey(query) };
}
