import { readFileSync } from 'node:fs';
import { dictionary } from '@zxcvbn-ts/language-common';
import { isContextWords, wordsOfHost } from './context-words.ts';
import { emailKeyOf } from './email-address.ts';
import { normalPassword } from './password-hash.ts';

const minLength = 8;
const maxLength = 128;
/** Shorter local parts ("al@…") are in too many words to be told. */
const minLocalLength = 4;

const own = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8').split('\n');

/** The library's, which leaked from others' stores, and those of ours that it lacks: Spanish ones, years, names of stores. */
const common = new Set(
  [...dictionary['passwords-common'], ...own]
    .map(password => password.toLowerCase())
    .filter(password => password.length >= minLength),
);

function holds(password: string, email: string): boolean {
  const key = emailKeyOf(email);
  const local = key.slice(0, key.lastIndexOf('@'));
  return password.includes(key) || ([...local].length >= minLocalLength && password.includes(local));
}

/** What is said of those that many have, and of those that leaked: the two are told apart nowhere. */
export const commonPassword =
  'This password is among the most common ones, which are tried first. Choose another one.';

/** Whom a password is for, and where. */
export interface PasswordPlace {
  /** Undefined where there is none yet. */
  email: string | undefined;
  /** Where readers find the shop; undefined where the settings do not tell. */
  storeUrl: string | undefined;
}

/** Why a password is too weak, as a sentence that says what to do; undefined when it is not. */
export function passwordWeakness(password: string, { email, storeUrl }: PasswordPlace): string | undefined {
  const text = normalPassword(password);
  const length = [...text].length;
  if (length < minLength || length > maxLength)
    return `Choose a password of ${minLength} to ${maxLength} characters.`;
  if (common.has(text.toLowerCase())) return commonPassword;
  if (isContextWords(text, storeUrl === undefined ? [] : wordsOfHost(storeUrl)))
    return 'This password is made of words of this store alone, which are tried first. Choose one with other words in it.';
  if (email && holds(text.toLowerCase(), email))
    return 'Choose a password without your e-mail address, or the part of it before the @, in it.';
  return undefined;
}
