import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { serviceNames } from '../../../runtime/services.ts';
import { FakeInstance } from '../testing/fake-instance.ts';
import { filesOf, renderUserData } from '../testing/user-data.ts';

const files = filesOf(renderUserData());
let instance: FakeInstance;

/** The metadata service, and what the store answers. */
const curl = (state: string, store = 'exit 0') => `case "$*" in
  *api/token*) echo token ;;
  *instance-id*) echo i-1 ;;
  *target-lifecycle-state*) echo "${state}" ;;
  *) ${store} ;;
esac`;

const secretOf = `arn=\${@: -5:1}
name=\${arn##*/}
case "$1 $2" in
  'secretsmanager get-secret-value') echo "value of \${name%-*}" ;;
esac`;

beforeEach(() => {
  instance = new FakeInstance(files);
  instance.program('curl', curl('InService'));
  instance.program('aws', secretOf);
});

afterEach(() => rmSync(instance.root, { recursive: true }));

const secrets = '/run/bookstore/secrets';
const fetchSecrets = () => instance.run('/opt/bookstore/fetch-secrets.sh');

test('each process finds its secrets in files that are for it alone', () => {
  expect(fetchSecrets()).toMatchObject({ status: 0, output: '' });
  expect(readdirSync(instance.path(secrets)).sort()).toEqual([...serviceNames].sort());
  expect(readdirSync(instance.path(`${secrets}/gateway`))).toEqual(['INTERNAL_TOKEN_KEYS']);
  expect(readdirSync(instance.path(`${secrets}/worker`)).sort()).toEqual([
    'AMQP_URL',
    'DATABASE_URL_PURCHASE',
    'INTERNAL_TOKEN_KEYS',
  ]);
  const keysOf = (service: string) => instance.read(`${secrets}/${service}/INTERNAL_TOKEN_KEYS`);
  // What stands for an ARN here may lack the last letter of its name.
  for (const service of ['gateway', 'auth', 'catalog', 'purchase'])
    expect(keysOf(service)).toMatch(`value of INTERNALTOKENKEYS${service.toUpperCase().slice(0, -1)}`);
  expect(keysOf('worker')).toBe(keysOf('purchase'));
  const key = `${secrets}/auth/AUTH_SIGNING_KEY`;
  expect(instance.read(key)).toBe('value of AUTHSIGNINGKEY\n');
  expect(statSync(instance.path(key)).mode & 0o777).toBe(0o400);
  expect(statSync(instance.path(`${secrets}/auth`)).mode & 0o777).toBe(0o700);
  expect(instance.calls('chown')[0]).toMatch(/^chown -R 1000:1000 /);
});

test.each([
  ['cannot be read', 'exit 254'],
  ['is empty', 'echo None'],
])('a secret that %s is named, and the old ones stay', (reason, answer) => {
  fetchSecrets();
  const broken = `case "$*" in *SIGNINGKEY*) ${answer}; exit ;; esac\n${secretOf}`;
  instance.program('aws', broken.replace('exit 254; exit', 'exit 254'));
  const { status, output } = fetchSecrets();
  expect(status).toBe(1);
  expect(output).toContain(`The secret of AUTH_SIGNING_KEY ${reason}: arn:aws:secretsmanager:`);
  expect(instance.read(`${secrets}/auth/AUTH_SIGNING_KEY`)).toBe('value of AUTHSIGNINGKEY\n');
  expect(readdirSync(instance.path('/run/bookstore'))).toEqual(['secrets']);
});

test('before the store starts, secrets and image are tried for until they are there', () => {
  instance.program('docker', `case "$1" in image) exit 1 ;; pull) [ -e ${instance.root}/slept ] ;; esac`);
  instance.program('sleep', `touch ${instance.root}/slept`);
  expect(instance.run('/opt/bookstore/prepare.sh')).toMatchObject({ status: 0 });
  expect(instance.calls('docker', 'sleep').filter(call => /pull|sleep/.test(call))).toEqual([
    'docker pull --quiet 123456789012.dkr.ecr.us-east-1.amazonaws.com/bookstore:0.1.0',
    'sleep 5',
    'docker pull --quiet 123456789012.dkr.ecr.us-east-1.amazonaws.com/bookstore:0.1.0',
  ]);
});

test('a process runs without rights that it does not need, and gets 40 s to end', () => {
  expect(instance.run('/opt/bookstore/run-service.sh', ['catalog'])).toMatchObject({ status: 0 });
  const [, run = ''] = instance.calls('docker');
  for (const option of [
    '--read-only',
    '--no-healthcheck',
    '--cap-drop ALL',
    '--security-opt no-new-privileges',
    '--stop-timeout 40',
    '--memory=1024m',
    '--publish=127.0.0.1:4002:4002',
    '--log-opt awslogs-stream=catalog/i-1',
    `source=${instance.path(secrets)}/catalog,target=/run/secrets,readonly`,
    'source=/var/lib/bookstore/files,target=/var/lib/bookstore/files',
    '--env=DATABASE_URL_CATALOG_FILE=/run/secrets/DATABASE_URL_CATALOG',
  ])
    expect(run).toContain(option);
  expect(run).toMatch(/bookstore:0\.1\.0 catalog$/);
});

test('the launch waits for every process, and names those that are not ready', () => {
  instance.program(
    'curl',
    curl('InService', `case "$*" in *:4003/ready) [ -e ${instance.root}/slept ] ;; esac`),
  );
  instance.program('sleep', `touch ${instance.root}/slept`);
  expect(instance.run('/opt/bookstore/await-ready.sh', ['60'])).toMatchObject({ status: 0 });
  instance.program('curl', curl('InService', 'case "$*" in *:4002/ready|*:4004/ready) exit 22 ;; esac'));
  const late = instance.run('/opt/bookstore/await-ready.sh', ['0']);
  expect(late).toEqual({ status: 1, output: 'Not ready: catalog worker\n' });
});

test('a process that hangs is started again, once for four silences, and one that is stopped is not', () => {
  instance.program('curl', curl('InService', 'case "$*" in *:4001/health|*:4004/health) exit 28 ;; esac'));
  instance.program('systemctl', 'case "$*" in *is-active*worker*) exit 3 ;; esac');
  // Four rounds, then the script's own end.
  instance.program('sleep', `echo >>${instance.root}/slept; [ "$(wc -l <${instance.root}/slept)" -lt 4 ]`);
  instance.run('/opt/bookstore/watch.sh');
  expect(instance.calls('systemctl').filter(call => call.includes('restart'))).toEqual([
    'systemctl restart bookstore@auth',
  ]);
});

test('an instance on which a process stays away is given up, once', () => {
  const facts = '/etc/bookstore/store.env';
  writeFileSync(
    instance.path(facts),
    instance.read(facts).replace(/HOPELESS_ROUNDS=.*/, 'HOPELESS_ROUNDS=3'),
  );
  instance.program('curl', curl('InService', 'case "$*" in *:4002/health) exit 7 ;; esac'));
  // Five rounds, then the script's own end.
  instance.program('sleep', `echo >>${instance.root}/slept; [ "$(wc -l <${instance.root}/slept)" -lt 5 ]`);
  instance.run('/opt/bookstore/watch.sh');
  expect(instance.calls('aws')).toEqual([
    'aws autoscaling set-instance-health --instance-id i-1 --health-status Unhealthy',
  ]);
});

test('an instance that is let go drains before it is ended', () => {
  instance.program('curl', curl('Terminated'));
  mkdirSync(instance.path('/tries'));
  instance.program('aws', `mkdir ${instance.root}/tries/first 2>/dev/null && exit 255; exit 0`);
  expect(instance.run('/opt/bookstore/watch.sh')).toMatchObject({ status: 0 });
  const told =
    'aws autoscaling complete-lifecycle-action --auto-scaling-group-name bookstore --lifecycle-hook-name drained --lifecycle-action-result CONTINUE --instance-id i-1';
  expect(instance.calls('sleep', 'systemctl', 'aws')).toEqual([
    'sleep 30',
    'systemctl stop bookstore.target bookstore@*.service',
    told,
    'sleep 5',
    told,
  ]);
});
