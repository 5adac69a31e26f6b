import { expect, test } from '@jest/globals';
import { prefersHtml } from './prefers-html.ts';

test.each([
  ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['text/html alone', 'text/html', true],
  ['HTML before JSON', 'application/json;q=0.8, Text/HTML', true],
  ['JSON before HTML', 'application/json, text/html;q=0.5', false],
  ['both alike', 'application/json, text/html', false],
  ['a GraphQL client', 'application/graphql-response+json, application/json;q=0.9', false],
  ['HTML refused', 'text/html;q=0, */*', false],
  ['curl', '*/*', false],
  ['nothing', undefined, false],
])('%s', (_client, accept, expected) => {
  expect(prefersHtml(accept)).toBe(expected);
});
