import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type SessionAnswer, SessionBrowser } from '../../testing/session-browser.ts';
import { type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { hashOfToken } from './refresh-token.ts';

const password = 'a quiet shelf of old books';
const invalid = { tokens: null, userErrors: [{ code: 'REFRESH_TOKEN_INVALID' }] };
const renewed = { tokens: { refreshToken: '' }, userErrors: [] };

let store: StoreUser;

beforeAll(() => {
  store = sharedStore();
});

/** Somebody who registered in a browser. */
async function signedIn(): Promise<{ browser: SessionBrowser; email: string; answer: SessionAnswer }> {
  const browser = new SessionBrowser(store.nobody().url);
  const email = `${randomUUID()}@reader.example`;
  return { browser, email, answer: await browser.register({ name: 'Ana', email, password }) };
}

const tokenIn = ({ cookie }: SessionBrowser) => cookie?.split('=')[1] ?? '';

/** Has the refresh token in a browser be used so many seconds longer ago. */
const age = (browser: SessionBrowser, seconds: number) =>
  store.rows('auth', 'UPDATE refresh_token SET used_at = used_at - INTERVAL ? SECOND WHERE hash = ?', [
    seconds,
    hashOfToken(tokenIn(browser)),
  ]);

describe('a session in a cookie', () => {
  test('is in a cookie that no page can read and no stranger can use, and not in the answer', async () => {
    const { browser, answer } = await signedIn();
    expect(answer).toMatchObject(renewed);
    expect(browser.setCookie).toMatch(
      /^__Host-refresh-token=[\w-]{43}; Max-Age=(2592000|2591999); Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect(await browser.client(answer).errorCodes('{ sessions { id } }')).toEqual([]);
  });

  test('is renewed, with another token each time, until logout, which has the browser forget it', async () => {
    const { browser } = await signedIn();
    const first = browser.cookie;
    const answer = await browser.refresh();
    expect(answer).toMatchObject(renewed);
    expect(browser.cookie).not.toBe(first);
    const last = browser.tab();
    await browser.logout(answer.tokens?.accessToken ?? '');
    expect(browser.setCookie).toMatch(/^__Host-refresh-token=; Max-Age=0; Path=\/; Secure; HttpOnly;/);
    expect([await browser.refresh(), await last.refresh()]).toEqual([invalid, invalid]);
  });

  test('ends some day, however much it is used', async () => {
    const { browser } = await signedIn();
    await store.rows(
      'auth',
      `UPDATE session SET created_at = created_at - INTERVAL 89 DAY
       WHERE id = (SELECT session_id FROM refresh_token WHERE hash = ?)`,
      [hashOfToken(tokenIn(browser))],
    );
    expect(await browser.refresh()).toMatchObject(renewed);
    // One day of ninety is left.
    expect(browser.setCookie).toMatch(/; Max-Age=86(400|3\d\d);/);
  });

  test('ends when the same browser logs in anew', async () => {
    const { browser, email } = await signedIn();
    const before = browser.tab();
    expect(await browser.login({ email, password })).toMatchObject(renewed);
    expect(await before.refresh()).toEqual(invalid);
    expect(await browser.refresh()).toMatchObject(renewed);
  });

  test('a browser without a cookie, or with one of nobody, has none', async () => {
    const url = store.nobody().url;
    expect(await new SessionBrowser(url).refresh()).toEqual(invalid);
    expect(await new SessionBrowser(url, '__Host-refresh-token=unknown').refresh()).toEqual(invalid);
    expect(await new SessionBrowser(url, '__Host-refresh-token="\\é"').refresh()).toEqual(invalid);
  });

  test('the cookie counts for nothing without the header, and a token in the input for nothing with it', async () => {
    const { browser } = await signedIn();
    const { refreshToken } = await store.register();
    expect(await browser.refreshErrors({ refreshToken })).toEqual(['BAD_USER_INPUT']);
    expect(await browser.refreshErrors({}, { 'x-session': '' })).toEqual(['BAD_USER_INPUT']);
    expect(await browser.refreshErrors({ refreshToken }, { 'x-session': '' })).toEqual([]);
    expect(browser.setCookie).toBeNull();
    expect(await browser.refresh()).toMatchObject(renewed);
  });
});

describe('the refresh token that was just used, in a browser', () => {
  test('in many tabs at once: all go on, with one and the same successor', async () => {
    const { browser } = await signedIn();
    const tabs = Array.from({ length: 10 }, () => browser.tab());
    const answers = await Promise.all(tabs.map(tab => tab.refresh()));
    for (const answer of answers) expect(answer).toMatchObject(renewed);
    expect(new Set(tabs.map(tokenIn)).size).toBe(1);
    for (const tab of tabs) expect(await tab.refresh()).toMatchObject(renewed);
  });

  test('again when the answer was lost: the session goes on', async () => {
    const { browser } = await signedIn();
    await browser.tab().refresh();
    expect(await browser.refresh()).toMatchObject(renewed);
    expect(await browser.refresh()).toMatchObject(renewed);
  });

  test('after ten seconds: the session ends', async () => {
    const { browser } = await signedIn();
    const thief = browser.tab();
    await browser.refresh();
    await age(thief, 11);
    expect([await thief.refresh(), await browser.refresh()]).toEqual([invalid, invalid]);
  });

  test('the one before it, at whatever time: the session ends', async () => {
    const { browser } = await signedIn();
    const thief = browser.tab();
    await browser.refresh();
    await browser.refresh();
    expect([await thief.refresh(), await browser.refresh()]).toEqual([invalid, invalid]);
  });

  test('is not repeated once its session has ended', async () => {
    const { browser } = await signedIn();
    const other = browser.tab();
    const { tokens } = await browser.refresh();
    await browser.logout(tokens?.accessToken ?? '');
    expect(await other.refresh()).toEqual(invalid);
  });

  test('its successor is kept nowhere', async () => {
    const { browser } = await signedIn();
    await browser.refresh();
    const kept = JSON.stringify(await store.rows('auth', 'SELECT * FROM refresh_token'));
    expect(kept).toContain(hashOfToken(tokenIn(browser)));
    expect(kept).not.toContain(tokenIn(browser));
  });
});

describe('revokeSession', () => {
  const query =
    'mutation($sessionId: ID!) { revokeSession(input: { sessionId: $sessionId }) { session { id } userErrors { code } } }';

  test('ends one session of the caller, and what it is asked again for stays so', async () => {
    const { browser, email, answer } = await signedIn();
    const elsewhere = new SessionBrowser(store.nobody().url);
    const there = elsewhere.client(await elsewhere.login({ email, password }));
    const { sessions } = await there.ask<{ sessions: { id: string; current: boolean }[] }>(
      '{ sessions { id current } }',
    );
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    const sessionId = sessions[1]?.id;
    for (let time = 0; time < 2; time += 1)
      expect(await there.ask(query, { sessionId })).toEqual({
        revokeSession: { session: { id: sessionId }, userErrors: [] },
      });
    expect(await browser.refresh()).toEqual(invalid);
    expect(await elsewhere.refresh()).toMatchObject(renewed);
    expect(await browser.client(answer).errorCodes('{ sessions { id } }')).toEqual(['UNAUTHENTICATED']);
  });

  test("someone else's is answered as one that does not exist, and goes on", async () => {
    const { browser, answer } = await signedIn();
    const { sessions } = await browser
      .client(answer)
      .ask<{ sessions: { id: string }[] }>('{ sessions { id } }');
    const { client } = await store.register();
    const none = { revokeSession: { session: null, userErrors: [{ code: 'NOT_FOUND' }] } };
    expect(await client.ask(query, { sessionId: sessions[0]?.id })).toEqual(none);
    expect(await client.ask(query, { sessionId: randomUUID() })).toEqual(none);
    expect(await browser.refresh()).toMatchObject(renewed);
  });
});
