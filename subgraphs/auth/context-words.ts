import { readFileSync } from 'node:fs';
import { domainToUnicode } from 'node:url';

/** What is read for a letter, beside the letter itself. */
const swaps: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
};

const isLetter = (character: string): boolean => /\p{L}/u.test(character);

/** In small letters without accents, one string a character. */
const plain = (text: string): string[] => [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()];

const words = readFileSync(new URL('./context-words.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(plain);

/** The words in the name of a URL's host: https://books.example has books and example. Those of one letter count for nothing. */
export const wordsOfHost = (url: string): string[] =>
  domainToUnicode(URL.parse(url)?.hostname ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1);

function stands(word: readonly string[], text: readonly string[], at: number): boolean {
  return word.every((letter, index) => {
    const found = text[at + index];
    return found !== undefined && (found === letter || swaps[found]?.includes(letter));
  });
}

/**
 * Whether a password is nothing but words of the store's trade (context-words.txt) or `more` ones, with digits and
 * punctuation about them. Case, accents and the usual digits for letters make no difference. One without any letter
 * is none. The work grows with the length of the password times the number of words.
 */
export function isContextWords(password: string, more: readonly string[]): boolean {
  const text = plain(password);
  if (!text.some(isLetter)) return false;
  const known = [...words, ...more.map(plain)];
  const reached = new Set([0]);
  for (const [at, character] of text.entries()) {
    if (!reached.has(at)) continue;
    if (!isLetter(character)) reached.add(at + 1);
    for (const word of known) if (stands(word, text, at)) reached.add(at + word.length);
  }
  return reached.has(text.length);
}
