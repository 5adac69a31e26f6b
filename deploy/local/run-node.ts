import { projectFolder } from './places.ts';
import { type Command, type Ended, runToEnd } from './run-to-end.ts';

/** Runs a file of the project to its end, on this Node, as runToEnd does. */
export const runNode = (
  args: string[],
  command: Omit<Command, 'program' | 'args' | 'folder'>,
): Promise<Ended> => runToEnd({ ...command, program: process.execPath, args, folder: projectFolder });
