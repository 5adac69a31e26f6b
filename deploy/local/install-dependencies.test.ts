import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { projectFolder } from './places.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bookstore-install-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A project without dependencies, installed for another package-lock.json, whose Node npm finds first. */
function makeProject(): void {
  const local = join(root, 'deploy', 'local');
  cpSync(import.meta.dirname, local, { recursive: true });
  const alike = 'runtime/setting-or-file.mjs';
  cpSync(join(projectFolder, alike), join(root, alike));
  const project = { name: 'p', version: '1.0.0', scripts: { go: 'node deploy/local/bootstrap.mjs x.ts' } };
  const write = (file: string, content: object) => writeFileSync(join(root, file), JSON.stringify(content));
  write('package.json', project);
  write('package-lock.json', { name: 'p', version: '1.0.0', lockfileVersion: 3, packages: { '': project } });
  mkdirSync(join(root, 'node_modules', 'node', 'bin'), { recursive: true });
  mkdirSync(join(root, 'node_modules', '.bin'));
  cpSync(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'));
  symlinkSync('../node/bin/node', join(root, 'node_modules', '.bin', 'node'));
  writeFileSync(join(root, 'node_modules', '.installed-for'), 'another package-lock.json');
}

test('a changed package-lock.json is installed also where npm runs the command on the Node that is replaced', () => {
  makeProject();
  const { stderr, stdout } = spawnSync('npm', ['run', 'go'], { cwd: root, encoding: 'utf8' });
  expect(stdout).toContain('installing the dependencies');
  // npm has run; this project names no dependencies.
  expect(stderr).toContain('npm has installed the dependencies, but not the Node');
}, 60_000);

test('a folder with a package-lock.json of its own is installed when it is asked for, once', () => {
  cpSync(import.meta.dirname, join(root, 'deploy', 'local'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  const part = { name: 'part', version: '1.0.0', dependencies: { other: 'file:other' } };
  const other = { name: 'other', version: '1.0.0' };
  const packages = { '': part, other, 'node_modules/other': { resolved: 'other', link: true } };
  mkdirSync(join(root, 'deploy', 'aws', 'other'), { recursive: true });
  const write = (file: string, content: object) =>
    writeFileSync(join(root, 'deploy', 'aws', file), JSON.stringify(content));
  write('package.json', part);
  write('other/package.json', other);
  write('package-lock.json', { name: 'part', version: '1.0.0', lockfileVersion: 3, packages });
  const script = `import { installDependenciesOf } from './deploy/local/install-dependencies.mjs';
    await installDependenciesOf('deploy/aws'); await installDependenciesOf('deploy/aws');`;
  const args = ['--input-type=module', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.split('\n').filter(line => line.startsWith('✓'))).toEqual([
    expect.stringMatching(/^✓ dependencies of deploy\/aws installed \d+ s$/),
  ]);
}, 60_000);

test('an optional package is installed where it suits the Node of the project, whatever npm runs on', () => {
  cpSync(import.meta.dirname, join(root, 'deploy', 'local'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { node: '30.0.0' } }));
  const part = join(root, 'deploy', 'aws');
  const pack = (name: string, node: string) => {
    const folder = join(root, name);
    mkdirSync(folder);
    const described = { name, version: '1.0.0', engines: { node } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(described));
    const { status, stderr } = spawnSync('npm', ['pack', folder, '--pack-destination', part], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    return { ...described, resolved: `file:${name}-1.0.0.tgz`, optional: true };
  };
  mkdirSync(part, { recursive: true });
  const suits = pack('suits', '>=30');
  const older = pack('older', '<30');
  const optionalDependencies = { suits: suits.resolved, older: older.resolved };
  const described = { name: 'part', version: '1.0.0', optionalDependencies };
  const packages = { '': described, 'node_modules/suits': suits, 'node_modules/older': older };
  writeFileSync(join(part, 'package.json'), JSON.stringify(described));
  const lock = { name: 'part', version: '1.0.0', lockfileVersion: 3, packages };
  writeFileSync(join(part, 'package-lock.json'), JSON.stringify(lock));
  const script = `import { installDependenciesOf } from './deploy/local/install-dependencies.mjs';
    await installDependenciesOf('deploy/aws');`;
  const args = ['--input-type=module', '--eval', script];
  expect(spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stderr).toBe('');
  const isInstalled = (name: string) => existsSync(join(part, 'node_modules', name));
  expect([isInstalled('suits'), isInstalled('older')]).toEqual([true, false]);
}, 60_000);
