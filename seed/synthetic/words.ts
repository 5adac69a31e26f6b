import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const list = z.array(z.string()).min(1);

const languageWords = z.strictObject({
  /** How many of a hundred books are in it. */
  share: z.int().min(1),
  /** Titles are a thing, a tail, and now and then a subtitle. */
  things: list,
  tails: list,
  /** With {place} in it. */
  subtitles: list,
  places: list,
  /** With {place} in it. */
  descriptions: list,
  given: list,
  family: list,
});

/** What made-up books of one language are made of. */
export type LanguageWords = z.infer<typeof languageWords>;

/** The word lists by language (BCP 47). */
export const words: Record<string, LanguageWords> = z
  .record(z.string(), languageWords)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'words.json'), 'utf8')));
