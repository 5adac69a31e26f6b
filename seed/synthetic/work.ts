import { pickWeighted, type Random, randomOf } from '../random.ts';
import { type LanguageWords, words } from './words.ts';

/** A made-up title, as every seller who offers it describes it. */
export interface Work {
  title: string;
  authors: string[];
  /** ISBN-13, digits alone, with a right check digit. */
  isbn: string | null;
  description: string | null;
  /** BCP 47. */
  language: string;
  publishedYear: number;
  subjects: string[];
}

const languages = Object.entries(words).map(([language, { share }]) => [language, share] as const);

const subjects = [
  ['novel', 40],
  ['history', 12],
  ['classics', 10],
  ['poetry', 8],
  ['short stories', 8],
  ['crime', 8],
  ['science fiction', 6],
  ['memoir', 6],
  ['children', 6],
  ['travel', 4],
  ['philosophy', 4],
  ['science', 4],
  ['art', 3],
  ['music', 3],
  ['cooking', 2],
] as const;

const withIsbn = 0.8;
const withSubtitle = 0.5;
const withDescription = 0.6;
const withSecondAuthor = 0.12;

function pick(random: Random, values: readonly string[]): string {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}

const atPlace = (random: Random, patterns: readonly string[], { places }: LanguageWords) =>
  pick(random, patterns).replace('{place}', pick(random, places));

function titleOf(random: Random, language: string, list: LanguageWords): string {
  const title = [pick(random, list.things), pick(random, list.tails)].join(language === 'ja' ? '' : ' ');
  return random() < withSubtitle ? `${title}: ${atPlace(random, list.subtitles, list)}` : title;
}

function authorOf(random: Random, language: string, { given, family }: LanguageWords): string {
  return language === 'ja'
    ? pick(random, family) + pick(random, given)
    : `${pick(random, given)} ${pick(random, family)}`;
}

// Of the group 979-8, so that none is the ISBN of a book in the demo. 7919 has no divisor in common with 10^8:
// no two of a hundred million numbers share an ISBN.
function isbnOf(number: number): string {
  const body = `9798${String((number * 7919 + 104_729) % 1e8).padStart(8, '0')}`;
  const sum = Array.from(body).reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

// More and more books are printed: the square root of an even spread.
const yearOf = (random: Random) => 1800 + Math.floor(226 * Math.sqrt(random()));

/** Made-up work `number` (from 0 on): the same one in every run. */
export function workOf(number: number): Work {
  const random = randomOf(number);
  const language = pickWeighted(random, languages);
  const list = words[language];
  if (!list) throw new RangeError(`There are no words of ${language}.`);
  const authors = new Set([authorOf(random, language, list)]);
  if (random() < withSecondAuthor) authors.add(authorOf(random, language, list));
  return {
    title: titleOf(random, language, list),
    authors: [...authors],
    isbn: random() < withIsbn ? isbnOf(number) : null,
    description: random() < withDescription ? atPlace(random, list.descriptions, list) : null,
    language,
    publishedYear: yearOf(random),
    subjects: [...new Set([pickWeighted(random, subjects), pickWeighted(random, subjects)])],
  };
}
