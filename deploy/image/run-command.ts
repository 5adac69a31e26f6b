import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileOf } from '../bundle/programs.ts';
import { projectFolder } from '../local/places.ts';
import { commandNames, findCommand } from './commands.ts';
import { tellHealthCheck } from './health-port.ts';

// run.ts loads this, from here or out of the bundle: it starts the command that is told, from where it comes itself.

const [name = '', ...words] = process.argv.slice(2);
const command = findCommand(name);
if (!command) {
  process.stderr.write(`Say which part of the store this container is: one of ${commandNames.join(', ')}.\n`);
  process.exit(2);
}
tellHealthCheck(command.service, process.env);
// The first process of a container is not ended by a signal that it does not listen to, and most tasks don't.
if (!command.service)
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(1);
    });
const { BUNDLE_DIR: bundle } = process.env;
const entry = bundle ? join(bundle, fileOf(name)) : resolve(projectFolder, command.entry);
process.argv.splice(1, process.argv.length, entry, ...words);
await import(pathToFileURL(entry).href);
