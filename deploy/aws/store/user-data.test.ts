import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gatewaySettings } from '../../../gateway/env.ts';
import { ringOf } from '../../../runtime/internal-keys.ts';
import { type ServiceName, serviceNames } from '../../../runtime/services.ts';
import { parseSettings } from '../../../runtime/settings.ts';
import { authSettings } from '../../../subgraphs/auth/env.ts';
import { catalogSettings } from '../../../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../../../subgraphs/purchase/env.ts';
import { shellcheckProgram } from '../../../testing/shellcheck-program.ts';
import { FakeInstance } from '../testing/fake-instance.ts';
import { filesOf, renderUserData } from '../testing/user-data.ts';

const userData = renderUserData();
const files = filesOf(userData);

test('the user data is as small as EC2 asks', () => {
  expect(Buffer.byteLength(userData)).toBeLessThan(16_384 - 512);
});

test('processes that share a secret get that one, and no keys', () => {
  const shared = filesOf(renderUserData({ ownKeys: 'false' })).get('/etc/bookstore/secrets') ?? '';
  expect(shared).toMatch(/^INTERNAL_TOKEN_SECRET \S+ auth catalog purchase worker gateway$/m);
  expect(shared).not.toContain('INTERNAL_TOKEN_KEYS');
  expect(files.get('/etc/bookstore/secrets')).not.toContain('INTERNAL_TOKEN_SECRET');
});

test('what a deployment asks of passwords and second factors is told to auth alone, and nothing where it is not asked', () => {
  const asked = filesOf(
    renderUserData({
      leakedPasswordsUrl: 'https://leaked.internal/range/',
      emailChangeNeedsPassword: 'true',
      administratorsNeedSecondFactor: 'true',
    }),
  );
  const lines = [
    '--env=LEAKED_PASSWORDS_URL=https://leaked.internal/range/',
    '--env=EMAIL_CHANGE_NEEDS_PASSWORD=true',
    '--env=ADMINISTRATORS_NEED_SECOND_FACTOR=true',
  ];
  const optionsOf = (written: typeof files, name: ServiceName) =>
    written.get(`/etc/bookstore/services/${name}`)?.split('\n') ?? [];
  for (const name of serviceNames)
    expect(lines.filter(line => optionsOf(asked, name).includes(line))).toEqual(name === 'auth' ? lines : []);
  expect(userData).not.toMatch(/LEAKED_PASSWORDS_URL|EMAIL_CHANGE_|ADMINISTRATORS_NEED_/);
});

test('no process is told who may change tables', () => {
  expect(userData).not.toMatch(/MIGRATION|DATABASE_?ADMIN/);
});

const shellCheck = shellcheckProgram();
(shellCheck ? test : test.skip)('ShellCheck finds nothing in it, nor in the scripts that it writes', () => {
  const check = (args: string[], input?: string) =>
    spawnSync(shellCheck ?? '', ['--shell=bash', ...args], { encoding: 'utf8', ...(input && { input }) });
  const folder = fileURLToPath(new URL('../instance/', import.meta.url));
  const scripts = readdirSync(folder).filter(name => name.endsWith('.sh'));
  expect(scripts.length).toBeGreaterThan(5);
  const sources = scripts.map(name => join(folder, name));
  expect(check(['--external-sources', '--source-path=SCRIPTDIR', ...sources])).toMatchObject({
    status: 0,
    stdout: '',
  });
  expect(check(['--exclude=SC1091', '-'], userData)).toMatchObject({ status: 0, stdout: '' });
});

describe('the first boot', () => {
  let instance: FakeInstance;
  const answers = (ready: string) =>
    `case "$*" in *api/token*|*instance-id*) echo i-1 ;; *) ${ready} ;; esac`;

  beforeEach(() => {
    instance = new FakeInstance(new Map());
    instance.program('curl', answers('exit 0'));
  });
  afterEach(() => rmSync(instance.root, { recursive: true }));

  const told = () =>
    instance.calls('aws').map(call => /--lifecycle-hook-name (\w+) .*-result (\w+)/.exec(call)?.slice(1));

  test('sets all up, mounts the files, starts the store, and says so once all is ready', () => {
    expect(instance.boot(userData)).toMatchObject({ status: 0 });
    expect(instance.read('/etc/fstab')).toMatch(
      /^fs-\w+:\/ \S+ efs _netdev,tls,iam,accesspoint=fsap-\w+ 0 0\n$/,
    );
    for (const [path] of files) expect(instance.read(path)).not.toBe('');
    expect(
      instance.calls('dnf', 'mount', 'systemctl').map(call => call.replaceAll(instance.root, '')),
    ).toEqual([
      'dnf install --assumeyes --quiet amazon-ecr-credential-helper amazon-efs-utils docker',
      'mount /var/lib/bookstore/files',
      'systemctl daemon-reload',
      'systemctl enable --now docker.service',
      `systemctl enable bookstore.target bookstore-prepare.service ${serviceNames.map(name => `bookstore@${name}.service`).join(' ')}`,
      'systemctl start --no-block bookstore.target',
      'systemctl enable --now bookstore-watch.service',
    ]);
    expect(told()).toEqual([['ready', 'CONTINUE']]);
  });

  test.each(['dnf', 'mount', 'systemctl'])('gives the instance up at once when %s fails', program => {
    instance.program(program, 'exit 1');
    expect(instance.boot(userData)).toMatchObject({ status: 1 });
    expect(told()).toEqual([['ready', 'ABANDON']]);
  });

  test('gives the instance up when the store is not ready in time', () => {
    instance.program('curl', answers('exit 22'));
    const { status, output } = instance.boot(userData.replace(/^READY_SECONDS=.*$/m, 'READY_SECONDS=0'));
    expect(status).toBe(1);
    expect(output).toContain('Not ready: auth catalog purchase worker gateway');
    expect(told()).toEqual([['ready', 'ABANDON']]);
  });
});

const shapes = {
  auth: authSettings,
  catalog: catalogSettings,
  purchase: serverSettings,
  worker: workerSettings,
  gateway: gatewaySettings,
};

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Secrets as they come from Secrets Manager. */
const secretValue = (setting: string): string => {
  if (setting.startsWith('DATABASE_URL_')) return 'mysql://user:Password0@host:3306/name?ssl=Amazon%20RDS';
  if (setting === 'AMQP_URL') return 'amqps://bookstore:Password0@broker.mq.us-east-1.amazonaws.com:5671';
  if (setting === 'INTERNAL_TOKEN_KEYS') return ringOf('aB3'.repeat(16), 'gateway');
  if (setting === 'AUTH_SIGNING_KEY') return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return 'aB3'.repeat(16);
};

test.each(serviceNames)(
  '%s gets every setting that it needs, and finds nothing wrong with them',
  (name: ServiceName) => {
    const instance = new FakeInstance(new Map());
    try {
      const options = files.get(`/etc/bookstore/services/${name}`)?.split('\n') ?? [];
      const environment: Record<string, string> = { NODE_ENV: 'production', HOST: '0.0.0.0' };
      for (const option of options) {
        const [, setting = '', value = ''] = /^--env=(\w+)=(.*)$/.exec(option) ?? [];
        if (!setting) continue;
        const file = join(instance.root, setting);
        environment[setting] = setting.endsWith('_FILE') ? file : value;
        if (setting.endsWith('_FILE')) writeFileSync(file, secretValue(setting.slice(0, -'_FILE'.length)));
      }
      // Who has keys does without the secret that all share.
      const { INTERNAL_TOKEN_SECRET: _shared, ...shape } = shapes[name];
      const result = parseSettings(shape, environment);
      expect(result).not.toHaveProperty('mistakes');
      const read = Object.keys(shape);
      for (const setting of Object.keys(environment)) expect(read).toContain(setting.replace(/_FILE$/, ''));
      for (const setting of read.filter(name =>
        /^(DATABASE_URL_|AMQP_URL|(?!SMTP_|LEAKED_PASSWORDS_).*_URL$|ADMIN_)/.test(name),
      ))
        expect([setting, `${setting}_FILE`].some(key => key in environment)).toBe(true);
    } finally {
      rmSync(instance.root, { recursive: true });
    }
  },
);
