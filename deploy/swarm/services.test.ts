import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const here = import.meta.dirname;

/** Runs services.awk on a file of this folder, or on a text. */
function cut(from: { file: string } | { text: string }, only?: string) {
  const options = only === undefined ? [] : ['-v', `only=${only}`];
  const { status, stdout } = spawnSync(
    'awk',
    [...options, '-f', 'services.awk', ...('file' in from ? [from.file] : [])],
    { cwd: here, encoding: 'utf8', ...('text' in from && { input: from.text }) },
  );
  return { status, stdout };
}

const read = (text: string): Record<string, unknown> & { services?: Record<string, unknown> } =>
  parse(text, { merge: true });

test.each([
  'store.yml',
  'own-keys.yml',
  'shared-secret.yml',
  'internal-tls.yml',
  'mail.yml',
  'leaked-passwords.yml',
  'backup.yml',
  'databases.yml',
])('%s is cut to each service, all else stays', file => {
  const { services = {}, ...rest } = read(readFileSync(join(here, file), 'utf8'));
  const names = Object.keys(services);
  expect(cut({ file })).toEqual({ status: 0, stdout: names.map(name => `${name}\n`).join('') });
  for (const name of names) {
    const { status, stdout } = cut({ file }, name);
    expect(status).toBe(0);
    const { 'x-before': before, 'x-after': after, ...left } = read(stdout);
    expect(left).toEqual({ ...rest, services: { [name]: services[name] } });
    const others = Object.keys({ ...Object(before), ...Object(after) });
    expect(others).toEqual(names.filter(other => other !== name));
  }
});

test('a service that a file does not have; names in quotes, comments, deeper lines', () => {
  const text = `services:
# a comment
    "one": # the first
        image: a
        services:
            deep: b

    two:
        image: c
volumes:
    three: {}
`;
  expect(cut({ text })).toEqual({ status: 0, stdout: 'one\ntwo\n' });
  expect(read(cut({ text }, 'two').stdout)).toMatchObject({
    services: { two: { image: 'c' } },
    volumes: { three: {} },
  });
  expect(cut({ text }, 'deep').status).toBe(1);
  expect(cut({ text: 'volumes: {}\n' })).toEqual({ status: 0, stdout: '' });
});

test('services that are written otherwise are refused', () => {
  expect(cut({ text: 'services: { one: { image: a } }\n' }).status).toBe(2);
});
