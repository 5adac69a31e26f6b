import { settingsAreWrong } from './settings.ts';

/** What a command is told by its arguments. */
interface Asked {
  help: boolean;
}

/**
 * What a command is to do, by its arguments and then its settings; or the exit code with which it is over: 0 where it was
 * asked for help, 1 where something is wrong. Both are told, all mistakes of the settings at once.
 */
export function beginCommand<Command extends Asked, Settings>(options: {
  parseCommand: (words: readonly string[]) => Command | { mistake: string };
  usage: string;
  readOptions: (command: Command) => { settings: Settings } | { mistakes: string[] };
}): { command: Command; settings: Settings } | { exitCode: number } {
  const command = options.parseCommand(process.argv.slice(2));
  if ('mistake' in command) {
    process.stderr.write(`${command.mistake}\n\n${options.usage}`);
    return { exitCode: 1 };
  }
  if (command.help) {
    process.stdout.write(options.usage);
    return { exitCode: 0 };
  }
  const read = options.readOptions(command);
  if ('mistakes' in read) {
    process.stderr.write(settingsAreWrong(read.mistakes));
    return { exitCode: 1 };
  }
  return { command, settings: read.settings };
}
