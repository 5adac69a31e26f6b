import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../deploy/local/places.ts';
import { secretProblems } from './secret-problems.ts';

// Made up at each run, so that this file itself holds nothing that is found.
const letters = (length: number): string =>
  randomBytes(2 * length)
    .toString('base64')
    .replaceAll(/[+/=]/g, '')
    .slice(0, length - 2)
    .concat('a1');
const capitals = (length: number): string => letters(length).toUpperCase();

test.each([
  ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\n${letters(64)}\n`],
  ['a private key', `-----BEGIN ${'EC PRIVATE'} KEY-----\n${letters(64)}\n`],
  ['a key of AWS', `id = AKIA${capitals(16)}`],
  ['a token of GitHub', `ghp_${letters(36)}`],
  ['a token of npm', `//registry.npmjs.org/:_authToken=npm_${letters(36)}`],
  ['a token of Slack', `xoxb-${letters(30)}`],
  ['a key of Stripe', `sk_live_${letters(24)}`],
  ['a key of Google', `AIza${letters(35)}`],
  ['a JSON Web Token', `eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`],
  ['a password in a URL', `mysql://bookstore:${letters(24)}@db.example:3306/bookstore`],
  ['what is called a secret', `INTERNAL_TOKEN_SECRET=${letters(48)}`],
  ['what is called a secret', `  "password": "${letters(24)}",`],
  ['what is called a secret', `const apiKey = '${letters(32)}';`],
])('%s is found, and not shown', (what, text) => {
  expect(secretProblems(`first\n${text}\nlast`)).toEqual([`2: ${what}`]);
});

test.each([
  'mysql://user:password@host:3306/database',
  'mysql://bookstore:$' + '{password}@host/name',
  "const password = 'a quiet shelf of old books';",
  "password: 'lantern-orchid-42-rain'",
  'INTERNAL_TOKEN_SECRET_FILE: /run/secrets/INTERNAL_TOKEN_SECRET',
  '-----BEGIN PRIVATE KEY----- is how it begins',
  'uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
])('%s is none', text => {
  expect(secretProblems(text)).toEqual([]);
});

test('there is none among the files of the project', () => {
  const { status, stderr } = spawnSync(process.execPath, ['.ci/scan-secrets.ts'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
