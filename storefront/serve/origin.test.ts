import { expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { originOf } from './origin.ts';

/** What a server takes for the store's origin that is asked with these headers. */
async function originWith(headers: Record<string, string>, storeUrl?: string): Promise<string> {
  const app = Fastify();
  app.get('/', async request => originOf(request, storeUrl));
  return (await app.inject({ url: '/', headers })).body;
}

test('the origin is what the settings say, whatever the request says', async () => {
  expect(await originWith({ host: 'evil.example' }, 'https://books.example')).toBe('https://books.example');
});

test.each(['books.example', 'localhost:4000', '127.0.0.1:4000', '[::1]:4000'])(
  'without a setting it is as %s, by which the store is asked',
  async host => {
    expect(await originWith({ host })).toBe(`http://${host}`);
    expect(await originWith({ host, 'x-forwarded-proto': 'https' })).toBe(`https://${host}`);
  },
);

test.each(['a<b', 'a&b', '"><script>', "a'b", 'a/b', 'user@b', 'a b', 'a:b'])(
  'what is no host by its looks, %s, does not get into a page',
  async host => {
    expect(await originWith({ host })).toBe('http://localhost');
  },
);
