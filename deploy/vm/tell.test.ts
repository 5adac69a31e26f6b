import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { places } from '../local/places.ts';

const folder = join(places.data, 'test', 'tell');
const programs = join(folder, 'programs');
const mail = join(folder, 'mail');

const lastWords = 'It ends in 3 days:\tsay "renew".\nC:\\certbot — día';

const program = (name: string, script: string) =>
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(folder, 'journal'), lastWords);
  program('journalctl', `cat "${join(folder, 'journal')}"`);
});

const tell = (environment: Record<string, string>): Promise<{ code: number | null; said: string }> =>
  new Promise(resolve => {
    const child = spawn(join(import.meta.dirname, 'tell.sh'), ['bookstore-certificate.service'], {
      env: { PATH: `${programs}:${process.env.PATH}`, ...environment },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      said += text;
    });
    child.once('close', code => resolve({ code, said }));
  });

/** Runs tell.sh with a webhook that answers with a status: what it was sent. */
async function tellWebhook(status: number): Promise<{ code: number | null; body: string }> {
  let body = '';
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', text => {
      body += text;
    });
    request.on('end', () => response.writeHead(status).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const { code } = await tell({ ALERT_WEBHOOK: `http://127.0.0.1:${port}/hook` });
    return { code, body };
  } finally {
    server.close();
  }
}

test('a webhook is told which unit failed and its last words, as JSON', async () => {
  const { code, body } = await tellWebhook(200);
  expect(code).toBe(0);
  const { text } = JSON.parse(body);
  expect(text).toMatch(/^bookstore-certificate\.service failed on .+\n/);
  expect(text.split('\n').slice(1)).toEqual(['It ends in 3 days:say "renew".', 'C:\\certbot — día']);
});

test('a webhook that refuses fails the unit', async () => {
  expect(await tellWebhook(500)).toMatchObject({ code: 1 });
});

test('e-mail is handed to sendmail', async () => {
  program('sendmail', `echo "$@" > "${mail}"; cat >> "${mail}"`);
  expect(await tell({ ALERT_EMAIL: 'me@books.example' })).toMatchObject({ code: 0 });
  expect(readFileSync(mail, 'utf8')).toMatch(
    /^-t\nTo: me@books\.example\nSubject: bookstore-certificate\.service failed on .+\n\nIt ends in 3 days/,
  );
});

test('without anybody to tell, nothing is wrong', async () => {
  expect(await tell({})).toEqual({ code: 0, said: '' });
});
