import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { shellcheckProgram } from '../../testing/shellcheck-program.ts';

const program = shellcheckProgram();
const shellcheckTest = program ? test : test.skip;

const scripts = readdirSync(import.meta.dirname).filter(file => file.endsWith('.sh') && file !== 'places.sh');

shellcheckTest(
  'ShellCheck has nothing to say of the scripts, and of the steps that install.sh takes in',
  () => {
    expect(scripts).toContain('install.sh');
    const files = scripts.map(file => join(import.meta.dirname, file));
    const { status, stdout } = spawnSync(program ?? '', ['--external-sources', '--check-sourced', ...files], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  },
);

const install = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(import.meta.dirname, 'install.sh'), args, {
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};

test('install.sh tells how it is used, and what is wrong with what it is told', () => {
  expect(install('--help')).toEqual({ status: 0, said: expect.stringContaining('Usage: sudo') });
  expect(install('--domains', 'x')).toEqual({
    status: 2,
    said: expect.stringContaining('There is no option --domains.'),
  });
  expect(install('--domain')).toEqual({
    status: 2,
    said: expect.stringContaining('--domain needs a value.'),
  });
  expect(install('--own-keys', '--delete-data')).toEqual({
    status: 2,
    said: expect.stringContaining('--delete-data goes with --undo.'),
  });
});

test('restore.sh tells how it is used where it is not told what to restore', () => {
  for (const args of [[], ['--help'], ['--only', 'catalog']]) {
    const { status, stderr } = spawnSync(join(import.meta.dirname, 'restore.sh'), args, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('TIME|SNAPSHOT|latest'),
    });
  }
});
