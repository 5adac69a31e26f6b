import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { parseSettings } from '../../runtime/settings.ts';
import { LeakedPasswordsServer, sha1Of } from '../../testing/leaked-passwords-server.ts';
import { MailServer } from '../../testing/mail-server.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { authSettings } from './env.ts';
import { LeakedPasswords } from './leaked-passwords.ts';

const leaked = 'a password that lies about';
const sound = 'a quiet shelf of old books';

let server: LeakedPasswordsServer;
let mails: MailServer;
let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  server = await LeakedPasswordsServer.start();
  server.leaked.add(leaked);
  mails = await MailServer.start();
  const settings = {
    LEAKED_PASSWORDS_URL: server.url,
    SMTP_URL: mails.url,
    STORE_URL: 'https://books.example',
  };
  running = await startTestStore('leaked', { settings, metrics: true });
  store = new StoreUser(running.description);
});

afterEach(() => {
  server.asked.length = 0;
  server.isSilent = false;
  server.status = 200;
});

afterAll(async () => {
  await running.stop();
  await Promise.all([server.stop(), mails.stop()]);
});

interface Refusal {
  code: string;
  message: string;
  field: string[] | null;
}

async function refusals(verb: string, input: object, client = store.nobody()): Promise<Refusal[]> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code message field } } }`;
  const answer = await client.ask<Record<string, { userErrors: Refusal[] }>>(query, { input });
  return answer[verb]?.userErrors ?? [];
}

const register = (password: string, email = `${randomUUID()}@reader.example`) =>
  refusals('register', { name: 'Ana', email, password });

async function lookups(outcome: string): Promise<number> {
  const port = running.description.metricsPorts?.[0]?.auth;
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const line = new RegExp(`^bookstore_leaked_password_lookups_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm');
  return Number(line.exec(text)?.[1] ?? 0);
}

describe('a password that leaked elsewhere', () => {
  test('is refused as if it were common, wherever a new password is given', async () => {
    const [common] = await register('qwertyqwerty');
    expect(common?.code).toBe('PASSWORD_TOO_WEAK');
    expect(await register(leaked)).toEqual([common]);

    const person = await store.register();
    const change = { currentPassword: person.password, newPassword: leaked };
    expect(await refusals('changePassword', change, person.client)).toEqual([
      { ...common, field: ['newPassword'] },
    ]);

    await refusals('requestPasswordReset', { email: person.email });
    const { text } = await mails.mailTo(person.email, /reset-password#token=/);
    const [, token = ''] = /#token=([\w-]+)/.exec(text) ?? [];
    expect(await refusals('resetPassword', { token, newPassword: leaked })).toEqual([
      { ...common, field: ['newPassword'] },
    ]);
    expect(await refusals('resetPassword', { token, newPassword: sound })).toEqual([]);
  });

  test('does not make the first administrator: auth ends, and says why', async () => {
    const administrator = 'the keeper of the books that leaked';
    server.leaked.add(administrator);
    const settings = { LEAKED_PASSWORDS_URL: server.url, ADMIN_PASSWORD: administrator };
    await expect(startTestStore('leaked_admin', { settings })).rejects.toThrow(/auth.* ended at its start/);
  });
});

test('five digits of its hash leave, and no more', async () => {
  expect(await register(sound)).toEqual([]);
  expect(server.asked).toHaveLength(1);
  const [{ method = '', path = '', headers = {}, body = '' } = {}] = server.asked;
  expect([method, path, body]).toEqual(['GET', `/range/${sha1Of(sound).slice(0, 5)}`, '']);
  expect(headers['add-padding']).toBe('true');
  const told = JSON.stringify([path, headers]);
  expect(told).not.toContain(sha1Of(sound).slice(5));
  expect(told).not.toContain(sound);
});

test('what the rules refuse by themselves is not looked up', async () => {
  for (const password of ['short', 'qwertyqwerty', 'bookstore2026'])
    expect((await register(password))[0]?.code).toBe('PASSWORD_TOO_WEAK');
  expect(server.asked).toEqual([]);
});

test.each([
  ['does not answer', { isSilent: true }],
  ['answers by an error', { status: 503 }],
])('where it %s the password is accepted, in about a second, and a metric tells', async (_, fault) => {
  const before = await lookups('failed');
  Object.assign(server, fault);
  const began = performance.now();
  expect(await register(leaked)).toEqual([]);
  // The limit is a second; the rest is what a busy machine takes for the other work.
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await lookups('failed')).toBe(before + 1);
});

test.each([
  ['https://api.pwnedpasswords.com/range/', 'settings'],
  ['https://me:secret@passwords.example/range/', 'mistakes'],
  ['https://passwords.example/range', 'mistakes'],
])('%s as LEAKED_PASSWORDS_URL has %s', (url, what) => {
  const { LEAKED_PASSWORDS_URL } = authSettings;
  expect(parseSettings({ LEAKED_PASSWORDS_URL }, { LEAKED_PASSWORDS_URL: url })).toHaveProperty(what);
});

describe('looked up', () => {
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });

  test('padding counts for nothing', async () => {
    // What the server pads with.
    expect(await new LeakedPasswords(server.url, logger).has('7')).toBe(false);
  });

  test('in one of the ways to write its letters', async () => {
    server.leaked.add('contraseña filtrada'.normalize('NFC'));
    const passwords = new LeakedPasswords(server.url, logger);
    expect(await passwords.has('contraseña filtrada'.normalize('NFD'))).toBe(true);
  });

  test('one line says that it fails and one that it works again, without anything of a password', async () => {
    lines.length = 0;
    const passwords = new LeakedPasswords(server.url, logger);
    server.status = 500;
    expect([await passwords.has(leaked), await passwords.has(leaked)]).toEqual([false, false]);
    server.status = 200;
    expect([await passwords.has(leaked), await passwords.has(leaked)]).toEqual([true, true]);
    expect(lines).toHaveLength(2);
    expect(lines.join('').toUpperCase()).not.toContain(sha1Of(leaked).slice(0, 5));
    expect(lines.join('')).not.toContain(leaked);
  });
});
