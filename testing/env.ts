import { existsSync } from 'node:fs';
import { z } from 'zod';
import { count, flag, integer } from '../runtime/setting-types.ts';
import { parseSettings, settingsAreWrong } from '../runtime/settings.ts';

const longer = (what: string) => `${what}; more for the long variant.`;

/** Suites that take long are in so many groups, one of which is told in a turn. */
export const groups = 6;

/** Which variant of a suite is told: each group's turns go through all of them, and so does what is told in every turn. */
export const variantOf = (turn: number): number => turn + Math.floor(turn / groups);

/** What `npm test` reads from the environment. */
export const testSettings = {
  TEST_DATABASE_ADMIN_URL: z
    .string()
    .startsWith('mysql://', 'must look like mysql://root:password@host:3306/')
    .meta({ values: '`mysql://root:password@host:3306/`', isSecret: true })
    .describe('A database server to test on, as its administrator; without it one is started.')
    .optional(),
  TEST_RABBITMQ_SERVER: z
    .string()
    .refine(existsSync, 'must be the path of a file that is there')
    .meta({ values: 'the path of a script `rabbitmq-server`' })
    .describe(
      'The RabbitMQ that tests and chaos start; without it the newest in `/opt/rabbitmq…`, else the one of the system.',
    )
    .optional(),
  FIGURES: z
    .enum(['full'], { error: 'must be full, or not set' })
    .meta({ values: '`full`' })
    .describe('Measures as it is reported: as often, and at the store’s own time limits.')
    .optional(),
  TURN: integer(0, 999_999)
    .describe(
      'Which part is told of what takes long: that of a run that failed, to have the same again. The next one each time.',
    )
    .optional(),
  FUZZ_SEED: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a number of at most nine digits')
    .transform(Number)
    .meta({ values: 'a number' })
    .describe('What fuzzed requests are drawn from: that of a run that failed, to have the same ones again.')
    .optional(),
  EVENTS: count(20, 1_000_000, 500).describe(longer('How many events the test of inboxes takes')),
  FLOODS: count(1, 1_000, 4).describe(longer('How often the test of overload floods the gateway')),
  ROLLING_RESTARTS: count(1, 1_000, 1).describe(longer('How often the test of NGINX restarts every process')),
  WRITER_KILLS: count(1, 1_000, 2).describe(
    longer('How often the test of a moving writer kills the database'),
  ),
  PICTURES: flag(false).describe(
    'Keeps pictures of the shop’s pages, at every width, under .data/test/pictures, for people to look at.',
  ),
};

/** What the tests hand on to each other and to the processes that they start; nobody sets them by hand. */
export const handedOnSettings = {
  TEST_SHARED_STORE: z.string().describe('The store that tests share, as JSON.').optional(),
  TEST_RUN: z
    .string()
    .describe('A name of the run, under which is kept what all its tests can share.')
    .optional(),
  FAILPOINT: z
    .string()
    .describe('Where a process fails, once; FAILPOINT_FILE names a file that tells it and is gone then.')
    .optional(),
  MOVING_HOST: z.string().describe('A host whose address the file MOVING_HOST_FILE holds.').optional(),
  NOTED_MODULES: z
    .string()
    .describe('The file in which a process notes the modules that it loads.')
    .optional(),
};

/** The settings of a run of the tests. Throws every mistake at once. */
export function readTestSettings() {
  const result = parseSettings(testSettings, process.env);
  if ('mistakes' in result) throw new Error(settingsAreWrong(result.mistakes).trimEnd());
  return result.settings;
}
