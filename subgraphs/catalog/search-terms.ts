import { fold, foldedWords } from './fold-text.ts';

// MySQL's and MariaDB's full-text parsers differ, and their stop words and shortest word are the server's
// settings. So the terms are made here, of ASCII letters and digits alone: a prefix that no stop word has and
// that makes the shortest long enough, then the word itself (ASCII) or four hex digits a UTF-16 unit (all other
// scripts), which keeps beginnings of words beginnings of terms.
const ascii = 'zq';
const coded = 'zx';
const sign = 'zs';

// InnoDB indexes no term beyond 84 characters: longer ones are cut, in books and in queries alike. Two are for
// the prefix and one is for the mark of an author's term.
const asciiLength = 80;
const codedUnits = 20;

const spaceless =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const pieces = new RegExp(`[a-z0-9]+|[${spaceless}]+|[^a-z0-9${spaceless}]+`, 'gu');
const writtenWithoutSpaces = new RegExp(`^[${spaceless}]`, 'u');

const code = (text: string) =>
  Array.from({ length: text.length }, (_, unit) => text.charCodeAt(unit).toString(16).padStart(4, '0'));

/** A term, and whether it may be the beginning of a longer one. */
export interface Term {
  text: string;
  begun: boolean;
}

const exact = (text: string): Term => ({ text, begun: false });

/** The term of one piece of a word, in one script that puts spaces between words. */
const termOf = (piece: string): string =>
  /^[a-z0-9]/.test(piece)
    ? ascii + piece.slice(0, asciiLength)
    : coded + code(piece).slice(0, codedUnits).join('');

/** The pairs of neighbours in a run of characters that no spaces part into words. */
const pairsOf = (characters: string[]): string[] =>
  characters.slice(1).map((second, index) => termOf(characters[index] + second));

const piecesOf = (word: string): string[] => word.match(pieces) ?? [];

const signsOf = (text: string): string[] =>
  Array.from(fold(text).replace(/\s/g, ''), character => sign + code(character).join(''));

/** The terms by which a piece is found: a run without spaces by each pair, and by each character as the begin of one. */
function indexed(piece: string): string[] {
  if (!writtenWithoutSpaces.test(piece)) return [termOf(piece)];
  const characters = [...piece];
  return [...pairsOf(characters), ...characters.slice(-1).map(termOf)];
}

/** The terms that a piece asks for. A single character of a script without spaces asks for runs that hold it. */
function asked(piece: string): Term[] {
  if (!writtenWithoutSpaces.test(piece)) return [exact(termOf(piece))];
  const characters = [...piece];
  if (characters.length === 1) return [{ text: termOf(piece), begun: true }];
  return pairsOf(characters).map(exact);
}

/** Other ways in which people write a text's words: "L'Étranger" in two, "Spider-Man" and "J. K." in one. */
function otherSpellings(text: string): string[] {
  const folded = fold(text);
  const parted = folded.replaceAll("'", ' ');
  const joined = folded.match(/[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+|(?<!\p{L})(?:\p{L}\.\s?){2,}/gu) ?? [];
  return [parted, ...joined.map(word => word.replace(/[^\p{L}\p{N}]/gu, ''))].flatMap(foldedWords);
}

/** The term of an author, for the index: it is looked for among authors alone. */
export const authorTerm = (term: string): string => `a${term}`;

/** The terms under which a text is found, each once; a text without letters and digits is found by its signs. */
export function termsOf(text: string): string[] {
  const words = foldedWords(text);
  if (words.length === 0) return [...new Set(signsOf(text))];
  return [...new Set([...words, ...otherSpellings(text)].flatMap(piecesOf).flatMap(indexed))];
}

/** The terms that must all stand where a text's words stand, in their order. */
export function askedTerms(text: string): Term[] {
  const words = foldedWords(text);
  return words.length === 0 ? signsOf(text).map(exact) : words.flatMap(piecesOf).flatMap(asked);
}
