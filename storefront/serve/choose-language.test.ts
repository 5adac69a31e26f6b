import { expect, test } from '@jest/globals';
import { chooseLanguage } from './choose-language.ts';

const none = new URLSearchParams();

test.each([
  ['es-CO,es;q=0.9,en;q=0.8', 'es'],
  ['en-GB,en;q=0.9,es;q=0.8', 'en'],
  ['fr-FR,fr;q=0.9,es;q=0.5,en;q=0.4', 'es'],
  ['en;q=0.1, es;q=0.7', 'es'],
  ['es;q=0, de', 'en'],
  ['de', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('a browser that wants %s reads %s', (header, language) => {
  expect(chooseLanguage(none, { 'accept-language': header })).toBe(language);
});

test('the switch goes before the browser, and the address before the switch', () => {
  const headers = { cookie: 'a=b; language=es; c=d', 'accept-language': 'en' };
  expect(chooseLanguage(none, headers)).toBe('es');
  expect(chooseLanguage(new URLSearchParams('lang=en'), headers)).toBe('en');
});

test('what is no language of ours chooses none', () => {
  const headers = { cookie: 'language=<script>', 'accept-language': 'es' };
  expect(chooseLanguage(new URLSearchParams('lang=xx'), headers)).toBe('es');
});
