import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { expect, test } from '@jest/globals';
import { CertificateAuthority } from '../../testing/certificate-authority.ts';
import { freePort } from '../local/free-port.ts';
import { places } from '../local/places.ts';

const folder = join(places.data, 'test', 'check-certificate');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const authority = new CertificateAuthority(join(folder, 'authority'));
const name = 'books.example';

function fileOf(pem: string): string {
  const file = join(folder, `${crypto.randomUUID()}.pem`);
  writeFileSync(file, pem);
  return file;
}

/** Runs the check when it is so many days later than now, by a `date` that says so. */
function check(args: string[], daysLater = 0): Promise<{ code: number | null; said: string }> {
  const programs = join(folder, `later-${daysLater}`);
  mkdirSync(programs, { recursive: true });
  const later = `#!/bin/sh\n[ "$*" = +%s ] && exec /bin/date -d '+${daysLater} days' +%s\nexec /bin/date "$@"\n`;
  writeFileSync(join(programs, 'date'), later, { mode: 0o755 });
  return new Promise(resolve => {
    const child = spawn(join(import.meta.dirname, 'check-certificate.sh'), args, {
      env: { PATH: `${programs}:${process.env.PATH}` },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        said += text;
      });
    child.once('close', code => resolve({ code, said }));
  });
}

test.each([
  { life: 90, daysLater: 0, code: 0, words: 'holds until' },
  { life: 90, daysLater: 68, code: 0, words: 'holds until' },
  { life: 90, daysLater: 70, code: 1, words: 'and was not renewed' },
  { life: 90, daysLater: 91, code: 2, words: 'ended on' },
  { life: 45, daysLater: 33, code: 0, words: 'holds until' },
  { life: 45, daysLater: 35, code: 1, words: 'and was not renewed' },
  { life: 6, daysLater: 4, code: 0, words: 'holds until' },
  { life: 6, daysLater: 5, code: 1, words: 'and was not renewed' },
  { life: -1, daysLater: 0, code: 2, words: 'ended on' },
])('a certificate for $life days, $daysLater days later: $code', async ({ life, daysLater, code, words }) => {
  const result = await check([fileOf(authority.issue(name, life))], daysLater);
  expect(result).toEqual({ code, said: expect.stringContaining(words) });
  expect(result.said).toContain(`The certificate of ${name}`);
});

test('one that is missing, or is none, cannot be checked', async () => {
  const missing = await check([join(folder, 'missing.pem')]);
  expect(missing).toEqual({ code: 2, said: expect.stringContaining('missing.pem cannot be read') });
  const none = await check([fileOf('no certificate')]);
  expect(none).toEqual({ code: 2, said: expect.stringContaining('is no certificate') });
});

test('one that no authority has signed is told', async () => {
  const result = await check([fileOf(authority.selfSigned(name))]);
  expect(result).toEqual({ code: 1, said: expect.stringContaining('no authority has signed it') });
});

test('a server that shows another one, or none, is told', async () => {
  const [old, renewed] = [authority.issue(name, 30), authority.issue(name, 90)];
  const server = createServer({ key: old, cert: old });
  const port = await freePort();
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  const place = `127.0.0.1:${port}`;
  try {
    expect(await check([fileOf(old), place])).toMatchObject({ code: 0 });
    const another = await check([fileOf(renewed), place]);
    expect(another).toEqual({ code: 1, said: expect.stringContaining('shows another certificate') });
  } finally {
    server.close();
  }
  const silent = await check([fileOf(renewed), place]);
  expect(silent).toEqual({ code: 1, said: expect.stringContaining('shows no certificate') });
});
