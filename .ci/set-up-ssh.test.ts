import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { projectFolder } from '../deploy/local/places.ts';
import { runToEnd } from '../deploy/local/run-to-end.ts';

const home = mkdtempSync(join(tmpdir(), 'bookstore-ssh-'));

afterAll(() => rmSync(home, { recursive: true }));

const setUp = (settings: Record<string, string>) =>
  runToEnd({
    program: '.ci/set-up-ssh',
    args: [],
    folder: projectFolder,
    environment: { PATH: process.env.PATH, HOME: home, ...settings },
  });

test('the key is for its owner alone, and only the machine that is known is believed', async () => {
  expect(
    await setUp({ SSH_KEY: 'a key', SSH_KNOWN_HOSTS: 'vm ssh-ed25519 AAAA\r\nvm ssh-rsa BBBB' }),
  ).toEqual({
    code: 0,
    output: '',
  });
  expect(readFileSync(join(home, '.ssh', 'deploy'), 'utf8')).toBe('a key\n');
  expect(statSync(join(home, '.ssh', 'deploy')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(home, '.ssh', 'known_hosts'), 'utf8')).toBe(
    'vm ssh-ed25519 AAAA\nvm ssh-rsa BBBB\n',
  );
  expect(readFileSync(join(home, '.ssh', 'config'), 'utf8')).toContain('StrictHostKeyChecking yes\n');
});

test.each(['SSH_KEY', 'SSH_KNOWN_HOSTS'])('it says that %s is missing', async name => {
  const { code, output } = await setUp({ SSH_KEY: 'k', SSH_KNOWN_HOSTS: 'h', [name]: '' });
  expect(output).toContain(`${name} is empty`);
  expect(code).toBe(1);
});
