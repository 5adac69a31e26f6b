import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where an absolute path begins. */
const paths = /(?<![\w.\-/}:])\/(?=[a-z]+\/)/g;

/** What a script may use of this machine itself. */
const harmless = ['/bin/bash', '/dev/stdin', '/dev/null', '/usr/bin/docker', '/run/secrets'];

/** The script with every other absolute path led into `root`: it must write nowhere else. */
const ledInto = (root: string, script: string): string =>
  script.replace(paths, (slash, index: number) =>
    harmless.some(path => script.startsWith(path, index)) ? slash : `${root}/`,
  );

/** A folder that stands for an instance: scripts run in it as they are, with other programs in place of AWS's and docker's. */
export class FakeInstance {
  readonly root = mkdtempSync(join(tmpdir(), 'instance-'));
  readonly #calls = join(this.root, 'calls');
  readonly #programs = join(this.root, 'programs');

  constructor(files: ReadonlyMap<string, string>) {
    for (const [path, content] of files) {
      mkdirSync(dirname(this.path(path)), { recursive: true });
      writeFileSync(this.path(path), content, { mode: 0o755 });
    }
    mkdirSync(this.#programs);
    for (const name of ['aws', 'chown', 'curl', 'dnf', 'docker', 'mount', 'sleep', 'systemctl'])
      this.program(name, '');
  }

  /** Where that file of the instance lies here. */
  path(path: string): string {
    return join(this.root, path);
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  /** Puts a shell script in the place of a program; each call of it is noted. */
  program(name: string, script: string): void {
    const note = `printf '%s\\n' "${name} $*" >>'${this.#calls}'`;
    const file = join(this.#programs, name);
    writeFileSync(file, `#!/bin/bash\n${note}\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** Every call so far of those programs, but for those that only ask. */
  calls(...names: string[]): string[] {
    if (!existsSync(this.#calls)) return [];
    const calls = readFileSync(this.#calls, 'utf8').trimEnd().split('\n');
    return calls.filter(call => names.includes(call.split(' ')[0] ?? ''));
  }

  /** Runs one of its scripts to its end, or for so many seconds at the most. */
  run(script: string, args: string[] = [], seconds = 60) {
    return this.#bash([this.path(script), ...args], undefined, seconds);
  }

  /** Runs a script as it comes to the instance, its absolute paths led here. */
  boot(userData: string) {
    return this.#bash(['-s'], ledInto(this.root, userData), 100);
  }

  #bash(args: string[], input: string | undefined, seconds: number) {
    const { status, stderr, stdout } = spawnSync('bash', args, {
      encoding: 'utf8',
      timeout: seconds * 1000,
      ...(input !== undefined && { input }),
      env: {
        PATH: `${this.#programs}:${process.env.PATH}`,
        BOOKSTORE_SETTINGS: this.path('/etc/bookstore'),
        BOOKSTORE_RUN: this.path('/run/bookstore'),
      },
    });
    return { status, output: stdout + stderr };
  }
}
