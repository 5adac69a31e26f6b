/** What a text that somebody wrote must be. */
interface TextRule {
  /** Code points at most, after trimming. */
  longest: number;
  /** Whether it may have several lines and tabs. */
  lines?: boolean;
}

const controlCharacters = /\p{Cc}/u;
const controlCharactersButLines = /(?![\t\n])\p{Cc}/u;
const somethingToSee = /[^\p{Z}\p{C}\p{M}]/u;

/**
 * A text as it is kept: trimmed, in Unicode's composed form (NFC), line breaks as line feeds; empty where there
 * is nothing to see. Undefined when it is too long or holds control characters or half characters.
 */
export function cleanText(text: string, { longest, lines = false }: TextRule): string | undefined {
  const clean = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (!clean.isWellFormed() || (lines ? controlCharactersButLines : controlCharacters).test(clean))
    return undefined;
  if (clean.length > longest && [...clean].length > longest) return undefined;
  return somethingToSee.test(clean) ? clean : '';
}
