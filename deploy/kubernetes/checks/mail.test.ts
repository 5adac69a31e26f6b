import { beforeAll, expect } from '@jest/globals';
import { kubectlProgram } from '../../../testing/kubectl-program.ts';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { reachable } from './reachable.ts';
import { renderComponent } from './render-component.ts';
import { secretFiles } from './secret-files.ts';
import { secretsOf } from './secrets.ts';
import { settingProblems } from './setting-problems.ts';
import { type StoreObjects, sortObjects } from './store-objects.ts';
import { workloadsOf } from './workloads.ts';

const outsiders = [
  {
    name: 'outside: the internet',
    address: '203.0.113.7',
    ports: ['TCP 25', 'TCP 443', 'TCP 465', 'TCP 587', 'UDP 587'],
  },
  { name: 'outside: a private network', address: '10.0.3.7', ports: ['TCP 465', 'TCP 587'] },
  { name: 'outside: what tells a machine who it is', address: '169.254.169.254', ports: ['TCP 587'] },
];

const file = '/run/secrets/mail/SMTP_URL';

let objects: StoreObjects;

beforeAll(async () => {
  if (kubectlProgram()) objects = sortObjects(await renderComponent('mail', 'overlays/eks'));
});

kubectlTest('who sends mail gets out to where mail is handed in, and nobody else does', () => {
  expect(reachable(objects, outsiders).filter(call => call.includes('→ outside'))).toEqual([
    'auth → outside: the internet TCP 465',
    'auth → outside: the internet TCP 587',
  ]);
});

kubectlTest('auth alone is told the mail server, by a file of a secret', () => {
  const secrets = secretsOf(objects);
  const told = workloadsOf(objects).filter(workload =>
    workload.containers.some(container => secretFiles(workload, container, secrets).has(file)),
  );
  expect(told.map(({ name }) => name)).toEqual(['auth']);
  const given = told.flatMap(({ containers }) => containers.flatMap(({ env = [] }) => env));
  expect(given).toContainEqual({ name: 'SMTP_URL_FILE', value: file });
  expect(settingProblems(objects).filter(problem => problem.includes('SMTP_URL'))).toEqual([]);
});
