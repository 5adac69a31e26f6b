import { commandNames, findCommand } from '../image/commands.ts';

/** What runs a command of the image by its name, as a program of the bundle. */
export const runner = 'run';

const entries = commandNames.map(name => [name, findCommand(name)?.entry ?? ''] as const);

/** The programs of a bundle: each command of the image, and what runs one by name. Their sources, below the project's folder. */
export const programs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(entries),
  [runner]: 'deploy/image/run-command.ts',
};

/** The file of a program in a bundle's folder. */
export const fileOf = (program: string): string => `${program}.mjs`;
