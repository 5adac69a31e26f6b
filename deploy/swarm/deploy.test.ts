import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { shellcheckProgram } from '../../testing/shellcheck-program.ts';

const here = import.meta.dirname;
const order = ['auth', 'catalog', 'purchase', 'worker', 'gateway', 'oracle', 'nginx'];

/** The folder of the Swarm that testing/docker plays. */
let swarm: string;

beforeEach(() => {
  swarm = mkdtempSync(join(tmpdir(), 'bookstore-swarm-'));
  for (const folder of ['specs', 'states', 'play', 'inputs', 'restarting']) mkdirSync(join(swarm, folder));
});

afterEach(() => rmSync(swarm, { recursive: true }));

/** How the next updates of a service go: the states that Swarm tells, the last for ever. */
const play = (service: string, ...states: string[]) =>
  writeFileSync(join(swarm, 'play', `bookstore_${service}`), states.map(state => `${state}\n`).join(''));

/** Runs deploy.sh: how it ended, what it said, and what was done to the Swarm and seen of it, in order. */
function deploy(args: string[], settings: Record<string, string> = {}) {
  const calls = join(swarm, 'calls');
  rmSync(calls, { force: true });
  const { PATH } = process.env;
  const { status, stderr } = spawnSync(join(here, 'deploy.sh'), args, {
    env: { PATH: `${join(here, 'testing')}:${PATH}`, SWARM: swarm, DATABASES: 'no', ...settings },
    encoding: 'utf8',
  });
  return { status, stderr, done: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
}

const told = (service: string) => `deploy bookstore ${service}`;
const states = (service: string, ...seen: string[]) => seen.map(state => `bookstore_${service}: ${state}`);
const updated = (service: string) => [told(service), ...states(service, 'not yet', 'updating', 'completed')];

test('an empty Swarm: databases, the migration, then one service after another, NGINX last', () => {
  const { status, done } = deploy(['bookstore:1'], { DATABASES: 'yes' });
  expect({ status, done }).toEqual({
    status: 0,
    done: [
      ...['auth-database', 'broker', 'catalog-database', 'purchase-database'].map(
        name => `deploy bookstore-databases ${name}`,
      ),
      'create-databases',
      'migrate',
      ...order.map(told),
    ],
  });
});

test('an update: a service is touched when the one before it is through; again, there is nothing to wait for', () => {
  deploy(['bookstore:1']);
  expect(deploy(['bookstore:2'])).toMatchObject({ status: 0, done: ['migrate', ...order.flatMap(updated)] });
  expect(deploy(['bookstore:2'])).toMatchObject({ status: 0, done: ['migrate', ...order.map(told)] });
});

test('--back goes the opposite way, and leaves the databases alone', () => {
  expect(deploy(['--back', 'bookstore:1'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no store to take back.'),
    done: [],
  });
  deploy(['bookstore:2']);
  const { status, done } = deploy(['--back', 'bookstore:1'], { DATABASES: 'yes' });
  expect({ status, done }).toEqual({ status: 0, done: order.toReversed().flatMap(updated) });
});

test.each([
  ['rollback_completed', 'did not become healthy and was taken back'],
  ['rollback_paused', 'is stuck'],
  ['paused', 'is stuck'],
])('a service ends in %s: those after it stay as they are, it says which and why', (last, words) => {
  deploy(['bookstore:1']);
  play('catalog', 'updating', 'rollback_started', last);
  const { status, stderr, done } = deploy(['bookstore:2']);
  expect(status).toBe(1);
  expect(stderr).toContain(`✗ bookstore_catalog ${words}`);
  expect(stderr.match(/non-zero exit \(1\)/g)).toHaveLength(1);
  expect(stderr).toContain('✗ catalog is not brought to bookstore:2. What is: auth.');
  expect(done).toEqual([
    'migrate',
    ...updated('auth'),
    told('catalog'),
    ...states('catalog', 'updating', 'rollback_started', last),
  ]);
});

test('a service is not there while one of its tasks has ended and is about to begin anew, whatever Swarm counts', () => {
  const restarting = (times: number) =>
    writeFileSync(join(swarm, 'restarting', 'bookstore_nginx'), 'once more\n'.repeat(times));
  const anew = 'bookstore_nginx: begins anew';
  restarting(2);
  const { status, done } = deploy(['bookstore:1']);
  expect({ status, end: done.slice(-3) }).toEqual({ status: 0, end: [told('nginx'), anew, anew] });
  restarting(100);
  expect(deploy(['bookstore:1'], { UPDATE_TIMEOUT_SECONDS: '2' })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('bookstore_nginx is not there after 2 s'),
  });
});

test('a service that does not come to an end is not waited for for ever', () => {
  deploy(['bookstore:1']);
  play('auth', 'updating');
  const { status, stderr, done } = deploy(['bookstore:2'], { UPDATE_TIMEOUT_SECONDS: '1' });
  expect(status).toBe(1);
  expect(stderr).toContain('✗ bookstore_auth is not there after 1 s');
  expect(stderr).toContain('What is: nothing.');
  expect(done.filter(call => call.startsWith('deploy'))).toEqual([told('auth')]);
});

test('where Docker refuses a service, or the migration fails, nothing else is touched', () => {
  play('purchase', 'refused');
  const refused = deploy(['bookstore:1']);
  expect(refused).toMatchObject({ status: 1, done: ['migrate', ...order.slice(0, 3).map(told)] });
  expect(refused.stderr).toContain('docker stack deploy refuses bookstore_purchase');
  expect(deploy(['bookstore:1'], { MIGRATION: 'Failed' })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('migrating the database of catalog failed'),
    done: ['migrate'],
  });
});

test('a further file is for the services in it; a service that is in no file any more goes at the end', () => {
  deploy(['bookstore:1']);
  writeFileSync(join(swarm, 'specs', 'bookstore_former'), 'bookstore:0\n');
  const { status, done } = deploy(['bookstore:1'], { OVERRIDES: 'mail.yml' });
  expect(status).toBe(0);
  expect(done).toEqual([
    'migrate',
    ...updated('auth'),
    ...order.slice(1).map(told),
    'service rm bookstore_former',
  ]);
  const input = (service: string) => readFileSync(join(swarm, 'inputs', `bookstore_${service}`), 'utf8');
  expect(input('auth')).toContain('/run/secrets/SMTP_URL');
  expect(input('catalog')).not.toContain('/run/secrets/SMTP_URL');
});

test('further files add up: auth alone gets a way out for mail, and one for leaked passwords', () => {
  expect(deploy(['bookstore:1'], { OVERRIDES: 'mail.yml leaked-passwords.yml' }).status).toBe(0);
  const networksOf = (service: string): string[] =>
    parseAllDocuments(readFileSync(join(swarm, 'inputs', `bookstore_${service}`), 'utf8'), {
      merge: true,
    }).flatMap(document => document.toJS().services?.[service]?.networks ?? []);
  expect(networksOf('auth').slice(-2)).toEqual(['mail', 'leaked-passwords']);
  expect(networksOf('purchase')).toEqual(['internal', 'databases']);
});

test('a further file may have a service of its own: the backup comes last, and goes where its file is left out', () => {
  const { status, done } = deploy(['bookstore:1'], { OVERRIDES: 'backup.yml' });
  expect({ status, done }).toEqual({ status: 0, done: ['migrate', ...order.map(told), told('backup')] });
  expect(readFileSync(join(swarm, 'inputs', 'bookstore_backup'), 'utf8')).toContain(
    '/run/secrets/BACKUP_DATABASE_URL_CATALOG',
  );
  expect(deploy(['bookstore:1']).done.slice(-1)).toEqual(['service rm bookstore_backup']);
});

/** The settings of the last job of that name. */
function settingsOfJob(name: string): string[] {
  const jobs = readFileSync(join(swarm, 'jobs'), 'utf8').trim().split('\n');
  const [job = ''] = jobs.filter(line => line.includes(` --name bookstore-${name} `)).slice(-1);
  return Array.from(job.matchAll(/--env (\w+)_FILE=/g), ([, setting = '']) => setting);
}

const urls = ['AUTH', 'CATALOG', 'PURCHASE'].map(name => `DATABASE_URL_${name}`);
const migrations = urls.map(url => `${url}_MIGRATION`);
const lacking = (...secrets: string[]) =>
  writeFileSync(join(swarm, 'lacking'), secrets.map(name => `bookstore-${name}\n`).join(''));

test('who changes tables is another user than the services’, and an administrator is told to who makes users alone', () => {
  deploy(['bookstore:1'], { DATABASES: 'yes' });
  expect(settingsOfJob('migrate')).toEqual([...urls, ...migrations]);
  const administrators = urls.map(url => url.replace('URL', 'ADMIN_URL'));
  expect(settingsOfJob('create-databases')).toEqual([...urls, ...migrations, ...administrators]);
});

test('where nobody has made such a user of databases elsewhere, all goes on as before, and it says so', () => {
  lacking(...migrations);
  const { status, stderr, done } = deploy(['bookstore:1']);
  expect({ status, done }).toEqual({ status: 0, done: ['migrate', ...order.map(told)] });
  expect(stderr).toContain("by the services' users");
  expect(settingsOfJob('migrate')).toEqual(urls);
});

test('a Swarm of before gets what it lacks, made to fit what it has, and no more', () => {
  const made = ['INTERNAL_TOKEN_KEYS_GATEWAY', 'DATABASE_URL_AUTH_MIGRATION', 'DATABASE_ADMIN_URL_AUTH'];
  lacking(...made);
  const ofDatabases = deploy(['bookstore:1'], { DATABASES: 'yes' });
  expect(ofDatabases.done[0]).toBe('make-secrets');
  expect(ofDatabases.done.filter(call => call.startsWith('secret '))).toEqual(
    expect.arrayContaining(made.map(name => `secret bookstore-${name}`)),
  );
  expect(readFileSync(join(swarm, 'jobs'), 'utf8')).toMatch(
    /node\.id==this-node .*cp \/run\/secrets\/bookstore-INTERNAL_TOKEN_SECRET \/secrets\/store\/INTERNAL_TOKEN_SECRET/,
  );
  // Databases elsewhere have users that are not ours to make.
  expect(deploy(['bookstore:1']).done.filter(call => call.startsWith('secret '))).toEqual([
    'secret bookstore-INTERNAL_TOKEN_KEYS_GATEWAY',
  ]);
});

test('where secrets cannot be made, none is left lying about', () => {
  lacking('INTERNAL_TOKEN_KEYS_GATEWAY');
  const temporary = join(swarm, 'temporary');
  mkdirSync(temporary);
  expect(deploy(['bookstore:1'], { MIGRATION: 'Failed', TMPDIR: temporary })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Secrets that are missing could not be made'),
    done: ['make-secrets'],
  });
  expect(readFileSync(join(swarm, 'jobs'), 'utf8')).toContain(`source=${temporary}/`);
  expect(readdirSync(temporary)).toEqual([]);
});

test('a new store has keys of its own from the start, another one when it is told so, and then for good', () => {
  const input = () => readFileSync(join(swarm, 'inputs', 'bookstore_worker'), 'utf8');
  deploy(['bookstore:1']);
  expect(input()).toContain('INTERNAL_TOKEN_KEYS_PURCHASE');
  deploy(['bookstore:1'], { OWN_KEYS: 'no' });
  expect(input()).not.toContain('INTERNAL_TOKEN_KEYS');
  expect(input()).toContain('/run/secrets/INTERNAL_TOKEN_SECRET');
  deploy(['bookstore:1']);
  expect(input()).toContain('/run/secrets/INTERNAL_TOKEN_SECRET');
  deploy(['bookstore:1'], { OWN_KEYS: 'yes' });
  deploy(['bookstore:1']);
  expect(input()).not.toContain('INTERNAL_TOKEN_SECRET');
  expect(deploy(['bookstore:1'], { OWN_KEYS: 'maybe' })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('OWN_KEYS is yes or no.'),
    done: [],
  });
});

test('services speak TLS once it is told so, by certificates that are made once, until it is told otherwise', () => {
  const input = (service = 'gateway') => readFileSync(join(swarm, 'inputs', `bookstore_${service}`), 'utf8');
  deploy(['bookstore:1']);
  expect(input()).not.toContain('INTERNAL_TLS_DIR');
  const owners = ['auth', 'catalog', 'purchase', 'worker', 'gateway'];
  const made = owners.flatMap(name => [`${name}-certificate`, `${name}-key`]);
  // An attempt before this one broke off.
  const leftOver = ['auth-certificate', 'auth-key', 'catalog-certificate'];
  lacking(...[...made, 'ca'].filter(name => !leftOver.includes(name)).map(name => `internal-tls-${name}`));
  const { status, done } = deploy(['bookstore:1'], { INTERNAL_TLS: 'yes' });
  expect(status).toBe(0);
  expect(done.filter(call => call.startsWith('no secret '))).toEqual(
    leftOver.map(name => `no secret bookstore-internal-tls-${name}`),
  );
  expect(done.filter(call => call.startsWith('secret '))).toEqual(
    [...made, 'ca'].map(name => `secret bookstore-internal-tls-${name}`),
  );
  lacking();
  expect(deploy(['bookstore:1']).done.filter(call => call.startsWith('secret '))).toEqual([]);
  expect(input()).toContain('https://catalog:4002');
  expect(input('nginx')).toContain('GATEWAY_CA_FILE: /run');
  deploy(['bookstore:1'], { INTERNAL_TLS: 'no' });
  deploy(['bookstore:1']);
  expect(input()).not.toContain('INTERNAL_TLS_DIR');
  expect(deploy(['bookstore:1'], { INTERNAL_TLS: 'maybe' })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('INTERNAL_TLS is yes or no.'),
  });
});

test('what goes from node to node is encrypted', () => {
  const { networks } = parse(readFileSync(join(here, 'store.yml'), 'utf8'), { merge: true });
  for (const name of ['public', 'internal'])
    expect(networks[name]).toMatchObject({ driver: 'overlay', driver_opts: { encrypted: 'true' } });
  expect(readFileSync(join(here, 'deploy.sh'), 'utf8')).toContain('--driver overlay --opt encrypted');
});

test('it tells how it is used', () => {
  for (const args of [[], ['a', 'b'], ['--back']])
    expect(deploy(args)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Say which image'),
      done: [],
    });
});

const program = shellcheckProgram();
(program ? test : test.skip)(
  'ShellCheck has nothing to say of the scripts, and of what deploy.sh takes in',
  () => {
    const files = ['deploy.sh', 'testing/docker', 'testing/sleep'].map(file => join(here, file));
    const { status, stdout } = spawnSync(program ?? '', ['--external-sources', '--check-sourced', ...files], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  },
);
