import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/reason-of.ts';

export const usage = `Ends all sessions of all users: everybody logs in anew.

Usage: npm run end-sessions -- --everybody

  --everybody   Says that it is meant. Within five seconds no access token from before holds anywhere, and no refresh token.
  --help        This.

For when somebody may have what others sign in with, and nobody knows whose. Sessions of one user are ended by an administrator, on the
page of users. Where a key of access tokens leaked: npm run rotate-key -- --leaked, which signs nobody out.
It needs DATABASE_URL_AUTH as auth has it; without it, it takes the store that npm start runs in this folder. It may be run again.
Exit code: 0 it is done; 1 it is not.
`;

/** What the words after the command's name say. */
export interface Command {
  help: boolean;
}

/** Reads the words after the command's name: the command, or what is wrong with them. */
export function parseCommand(words: readonly string[]): Command | { mistake: string } {
  try {
    const { help = false, everybody = false } = parseArgs({
      args: [...words],
      options: { help: { type: 'boolean', short: 'h' }, everybody: { type: 'boolean' } },
    }).values;
    if (!help && !everybody)
      return { mistake: 'It signs everybody out: say --everybody where that is meant.' };
    return { help };
  } catch (error) {
    return { mistake: reasonOf(error) };
  }
}
