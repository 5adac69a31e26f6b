import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/reason-of.ts';

export const usage = `Changes the key that signs access tokens. Nobody is signed out.

Usage: npm run rotate-key
       npm run rotate-key -- --leaked

             Without more: makes a key that signs from two minutes on, when every service knows it. The keys before it
             hold until the last of their tokens has ended.
  --leaked   Somebody else has a key: the new one signs at once, and tokens of all others end within 30 seconds. Clients
             refresh theirs. Where it is the key in AUTH_SIGNING_KEY that leaked, change that one too.
  --help     This.

It needs DATABASE_URL_AUTH and AUTH_SIGNING_KEY as auth has them; without both it takes the store that npm start runs in
this folder. auth does the same by itself every SIGNING_KEY_DAYS.
Exit code: 0 it is done; 1 it is not.
`;

/** What the words after the command's name say. */
export interface Command {
  help: boolean;
  isLeak: boolean;
}

/** Reads the words after the command's name: the command, or what is wrong with them. */
export function parseCommand(words: readonly string[]): Command | { mistake: string } {
  try {
    const { help = false, leaked = false } = parseArgs({
      args: [...words],
      options: { help: { type: 'boolean', short: 'h' }, leaked: { type: 'boolean' } },
    }).values;
    return { help, isLeak: leaked };
  } catch (error) {
    return { mistake: reasonOf(error) };
  }
}
