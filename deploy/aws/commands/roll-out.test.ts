import { beforeEach, expect, jest, test } from '@jest/globals';
import { rollOut } from './roll-out.ts';

beforeEach(() => {
  for (const stream of ['log', 'error'] as const)
    jest.spyOn(console, stream).mockImplementation(() => undefined);
});

/** A roll-out that only notes what it would do; the step named fails. */
async function noteRollOut(options: {
  migrate: boolean;
  ignoreAlarms?: boolean;
  instances?: number;
  fails?: string;
}) {
  const steps: string[] = [];
  const note = async (step: string) => {
    steps.push(step);
    return options.fails && step.includes(options.fails) ? 7 : 0;
  };
  const code = await rollOut(
    { tag: '0.2.0', migrate: options.migrate, ignoreAlarms: options.ignoreAlarms ?? false, cdkArgs: [] },
    {
      runCdk: args => note(`cdk ${args.join(' ')}`),
      runTask: (family, command) => note(`${family}: ${command.join(' ')}`),
      desiredInstances: async () => options.instances,
      instancesCome: async () => (await note('instances')) === 0,
    },
  );
  return { code, steps };
}

const deployed = (stack: string, ...more: string[]) =>
  `cdk deploy ${stack} --exclusively --strict --require-approval=never --parameters ${stack}:ImageTag=0.2.0${more.map(arg => ` ${arg}`).join('')}`;

test('a roll-out migrates before it replaces instances, and keeps as many as there are', async () => {
  expect(await noteRollOut({ migrate: true, instances: 5 })).toEqual({
    code: 0,
    steps: [
      deployed('BookstoreTasks'),
      'bookstore-migrate: migrate',
      deployed('BookstoreStore', '--parameters BookstoreStore:DesiredCapacity=5'),
      'instances',
    ],
  });
});

test('a migration that fails leaves the instances as they are', async () => {
  expect(await noteRollOut({ migrate: true, fails: 'migrate' })).toEqual({
    code: 7,
    steps: [deployed('BookstoreTasks'), 'bookstore-migrate: migrate'],
  });
});

test('a roll-back does not migrate', async () => {
  const { steps } = await noteRollOut({ migrate: false, ignoreAlarms: true });
  expect(steps).toEqual([
    deployed('BookstoreTasks'),
    deployed('BookstoreStore', '-c ignoreAlarms=true'),
    'instances',
  ]);
});

test('a roll-out whose instances do not come has failed', async () => {
  expect(await noteRollOut({ migrate: true, fails: 'instances' })).toMatchObject({ code: 1 });
});
