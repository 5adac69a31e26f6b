import { StartError } from '../../local/start-error.ts';
import { names } from '../names.ts';
import { runCdk } from './cdk.ts';
import { makeInternalKeys } from './make-internal-keys.ts';
import { makeSigningKey } from './make-signing-key.ts';
import { rollOut } from './roll-out.ts';
import { runTask } from './run-task.ts';

const usage = `npm run synth                          puts the templates together, under .data/aws/cdk.out; needs no AWS
npm run aws -- diff | deploy | destroy | bootstrap …   the same of CDK, for the stacks named
npm run aws -- make-signing-key        fills the secret AUTH_SIGNING_KEY, once
npm run aws -- make-internal-keys      makes each service's own keys out of the secret INTERNAL_TOKEN_SECRET
npm run aws -- create-databases        makes the three databases and their users
npm run aws -- task COMMAND …          runs a command of the image once, such as migrate, invariants, dead-letters
npm run aws -- roll-out TAG            migrates, then replaces the instances by ones that run that image
npm run aws -- roll-back TAG           the same without migrating, to an image that ran before
  --ignore-alarms                      with both: goes on while alarms ring
npm run aws -- roll-out … -c NAME=VALUE   settings of cdk.json, with all of them`;

type Command = (args: readonly string[]) => Promise<number>;

const cdk =
  (verb: string, ...options: string[]): Command =>
  args =>
    runCdk([verb, ...options, ...args]);

const release =
  (migrate: boolean): Command =>
  ([tag, ...args]) => {
    if (!tag || tag.startsWith('-')) throw new StartError(`Which image? Name its tag.\n\n${usage}`);
    const ignoreAlarms = args.includes('--ignore-alarms');
    const cdkArgs = args.filter(arg => arg !== '--ignore-alarms');
    return rollOut({ tag, migrate, ignoreAlarms, cdkArgs });
  };

const commands: Record<string, Command> = {
  bootstrap: cdk('bootstrap'),
  synth: cdk('synth', '--quiet'),
  diff: cdk('diff'),
  // A warning is that of a domain that is nobody's.
  deploy: cdk('deploy', '--strict'),
  destroy: cdk('destroy'),
  'make-signing-key': () => makeSigningKey(),
  'make-internal-keys': () => makeInternalKeys(),
  'create-databases': () => runTask(names.tasks.databases, ['create-databases']),
  task: args => {
    if (args.length === 0) throw new StartError(`Which command of the image?\n\n${usage}`);
    return runTask(args[0] === 'migrate' ? names.tasks.migrate : names.tasks.store, args);
  },
  'roll-out': release(true),
  'roll-back': release(false),
};

/** Runs a command with its arguments; answers the exit code. */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (command) return command(args);
  console.error(usage);
  return name === '' || name === 'help' ? 0 : 1;
}
