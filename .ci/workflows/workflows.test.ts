import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseCommand } from '../../chaos/command-line.ts';
import { projectFolder } from '../../deploy/local/places.ts';
import { runToEnd } from '../../deploy/local/run-to-end.ts';
import { commandProblems, wordProblems } from './command-problems.ts';
import { languageProblems } from './language-problems.ts';
import { pinProblems } from './pin-problems.ts';
import { powerProblems } from './power-problems.ts';
import { scriptProblems } from './script-problems.ts';
import { parseWorkflow } from './workflow.ts';

const files = (pattern: string): string[] => globSync(pattern, { cwd: projectFolder }).toSorted();
const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8');

const workflows = files('.github/workflows/*.{yml,yaml}');
const actions = files('.github/actions/*/action.{yml,yaml}');
const named = (name: string) => parseWorkflow(read(`.github/workflows/${name}.yml`));
const matrixOf = (workflow: string, job: string) => named(workflow).jobs[job]?.strategy?.matrix;

test('GitHub understands all workflows and actions', async () => {
  expect(workflows).toHaveLength(4);
  expect(actions).toHaveLength(2);
  expect(await languageProblems([...workflows, ...actions])).toEqual([]);
});

test.each([...workflows, ...actions])('%s runs only what is there, and named exactly', file => {
  const rules = [pinProblems, scriptProblems, commandProblems];
  expect(rules.flatMap(rule => rule(read(file)))).toEqual([]);
});

test.each(workflows)('%s may do no more than it needs', file => {
  expect(powerProblems(read(file))).toEqual([]);
});

test('the gate runs with every database and Node that the store is for, as root and as somebody else', async () => {
  const matrix = matrixOf('test', 'gate');
  expect(matrix).toMatchObject({
    database: ['mysql-8.4', 'mysql-9.7', 'mariadb-10.11'],
    node: ['24', 'latest'],
    user: ['store'],
    include: [{ node: '20', user: 'root' }],
  });
  expect(named('test').jobs.gate?.steps.map(({ run }) => run)).toContain('.ci/run-as "$AS" .ci/run');
  const usage = await runToEnd({ program: '.ci/prepare-debian', args: [], folder: projectFolder });
  expect(usage.output).toContain(`one of: ${['mysql-8.4', 'mysql-9.7', 'mariadb-10.11'].join(' ')}\n`);
});

test('a release waits for the tests, and is for both kinds of processor', () => {
  const { jobs } = named('release');
  expect(jobs.test?.uses).toBe('./.github/workflows/test.yml');
  expect(jobs.publish?.needs).toEqual(['version', 'test', 'build']);
  expect(matrixOf('release', 'build')?.include).toMatchObject([{ platform: 'amd64' }, { platform: 'arm64' }]);
});

test('each target is deployed to behind an environment of its own, and only what a release made', () => {
  const { on, jobs } = named('deploy');
  expect(on.workflow_dispatch).toMatchObject({
    inputs: { target: { options: ['vm', 'swarm', 'kubernetes', 'aws'] } },
  });
  for (const target of ['vm', 'swarm', 'kubernetes', 'aws'])
    expect(jobs[target]).toMatchObject({
      needs: 'image',
      if: `inputs.target == '${target}'`,
      environment: { name: `\${{ inputs.environment }}-${target}` },
    });
});

test('a release starts the deployment with what that asks for', () => {
  const { inputs } = Object(named('deploy').on.workflow_dispatch);
  const run = named('release').jobs.staging?.steps[0]?.run ?? '';
  expect(run).toContain('gh workflow run deploy.yml ');
  expect([...run.matchAll(/--field (\w+)=/g)].map(([, name]) => name)).toEqual(Object.keys(inputs));
});

test('every week the full chaos is played in both ways, and the soak, and Lighthouse judges the shop', () => {
  const { include } = Object(matrixOf('weekly', 'long'));
  const commands: string[] = include.map(({ command }: { command: string }) => command);
  expect(commands.flatMap(command => wordProblems(command))).toEqual([]);
  const chaos = commands
    .filter(command => command.startsWith('npm run chaos -- '))
    .map(command => parseCommand(command.split(' ').slice(4)));
  expect(chaos).toMatchObject([
    { rounds: 100, hasBroker: false },
    { rounds: 100, hasBroker: true },
  ]);
  expect(commands).toContain('npm run soak');
  expect(commands).toContain('npm run lighthouse');
});
