import type { TitlePage } from '../picture.ts';
import { settable } from './typeset.ts';

/** What is set on a cover; empty where there is nothing that could be. */
export interface Words {
  title: string;
  subtitle: string;
  author: string;
}

const mostAuthors = 3;
const shortestTitle = 3;
/** A text that lacks more of its letters than this says something else. */
const leastPart = 0.9;
/** Of a longer subtitle the beginning is enough. */
const longestSubtitle = 110;

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The text as it can be set; empty where that would not be the same text any more. */
async function readable(text: string): Promise<string> {
  const left = (await settable(text)).replace(/(?<=\p{L})'/gu, '’');
  return letters(left) > 0 && letters(left) >= leastPart * letters(text) ? left : '';
}

const shorten = (text: string): string =>
  text.length > longestSubtitle ? text.slice(0, longestSubtitle).replace(/[\s\p{P}]+\S*$/u, '…') : text;

/** A title and what follows its first colon, bracket or dash. */
function split(title: string): [title: string, subtitle: string] {
  const [, main = title, rest = ''] = /^(.+?)(?::\s+|;\s+|\s+[–—]\s+|\s+\()(.+)$/u.exec(title) ?? [];
  if (letters(main) < shortestTitle || letters(rest) === 0) return [title, ''];
  return [main, shorten(rest.replace(/\)$/, ''))];
}

const together = (authors: readonly string[]): string =>
  authors.length > mostAuthors ? `${authors[0]} et al.` : authors.join(', ');

/** The words of a title page, as far as they can be set. */
export async function wordsOf({ title, authors }: TitlePage): Promise<Words> {
  const whole = await readable(title.normalize('NFC'));
  const names = await Promise.all(
    authors.slice(0, mostAuthors + 1).map(name => readable(name.normalize('NFC'))),
  );
  const [main, subtitle] = split(whole);
  return { title: main, subtitle, author: together(names.filter(Boolean)) };
}
