import { expect, test } from '@jest/globals';
import { toLanguageTag } from './language-tag.ts';

test.each([
  ['es', 'es'],
  ['ES-mx', 'es-MX'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['fil', 'fil'],
  [' pt-BR ', 'pt-BR'],
])('%s is a language', (text, tag) => expect(toLanguageTag(text)).toBe(tag));

test.each(['', 'english', 'xx', 'e', 'es_MX', 'es-', '12', 'x-klingon', 'not a tag'])('%s is none', text =>
  expect(toLanguageTag(text)).toBeUndefined(),
);
