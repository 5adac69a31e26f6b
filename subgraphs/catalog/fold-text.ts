/** Letters that Unicode does not take apart, and what people type for them. */
const typedAs = new Map([
  ...Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŋ: 'n' }),
  ...Object.entries({ ı: 'i', ȷ: 'j', ŧ: 't', ƒ: 'f', ə: 'e', ς: 'σ', ى: 'ي', ی: 'ي', ک: 'ك', ـ: '' }),
]);

const typedOtherwise = new RegExp(`[${[...typedAs.keys()].join('')}]`, 'gu');

// Accents and vowel points go; the vowel signs of Indian and Thai scripts and the voicing of kana stay, since
// without them another word is left.
const accents =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309a]]/gv;

const word = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu;

/** Code points of a key at most, so that an index holds all of it. */
const keyLength = 191;

const apostrophes = /[’‘ʼʻ`´′]/g;

// A zero-width non-joiner parts the two halves of a Persian word; all other invisible signs mean nothing here.
const invisible = /(?!\u200c)\p{Cf}/gu;

/**
 * Text without case, accents, ligatures and other differences that people do not type. Signs stay, all
 * apostrophes as the straight one.
 */
export const fold = (text: string): string =>
  text
    .replace(apostrophes, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(invisible, '')
    .replace(typedOtherwise, letter => typedAs.get(letter) ?? '')
    .normalize('NFC');

/** Folded text with its white space reduced to single blanks, as a key under which equal texts meet. */
export function foldToKey(text: string): string {
  const key = fold(text).replace(/\s+/g, ' ').trim() || text;
  return [...key].slice(0, keyLength).join('');
}

/**
 * The words of a text, folded, apostrophes dropped ("don't" is "dont"); hyphens and all other signs part words.
 * Empty where a text has neither letters nor digits.
 */
export const foldedWords = (text: string): string[] =>
  Array.from(fold(text).matchAll(word), ([found]) => found.replaceAll("'", ''));

/** What a title is sorted by and compared with: its folded words; its signs where it has no words. */
export const titleKey = (title: string): string => foldToKey(foldedWords(title).join(' ') || title);
