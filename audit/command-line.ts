import { parseArgs } from 'node:util';
import type { Seal } from '../runtime/audit/seal.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

export const usage = `Looks whether the audit log is whole: who did what to accounts, books, stock, purchases and money.

Usage: npm run audit -- verify [--head SUBGRAPH:SEQUENCE:HASH]…

  verify    Holds every entry of each subgraph against the chain of its database, and says where that breaks first. Prints
            the last seal of each: note it somewhere else.
  --head    A seal that was noted before (by this command, or from the logs: "the audit log is sealed up to here"). With it
            it is found out, too, that the end of the log was cut off or that all of it was written anew.
  --help    This.

It reads DATABASE_URL_AUTH, …_CATALOG and …_PURCHASE; without them it takes the store that npm start runs in this folder.
Exit code: 0 it is whole; 1 it is not, or the settings are wrong; 2 a database cannot be read.
`;

/** A seal that was noted before, and of which database. */
export interface NotedSeal extends Seal {
  subgraph: SubgraphName;
}

/** What the words after the command's name say. */
export interface Command {
  help: boolean;
  heads: NotedSeal[];
}

function readHead(text: string): NotedSeal | undefined {
  const [, name, sequence = '', hash = ''] = /^([a-z]+):([1-9]\d{0,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  const subgraph = subgraphs.find(each => each === name);
  return subgraph && { subgraph, sequence: Number(sequence), hash };
}

/** Reads the words after the command's name: the command, or what is wrong with them. */
export function parseCommand(words: readonly string[]): Command | { mistake: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, head: { type: 'string', multiple: true } },
    });
    const { help = false, head = [] } = values;
    const heads = head.flatMap(text => readHead(text) ?? []);
    const wrong = head.find(text => !readHead(text));
    if (wrong !== undefined)
      return {
        mistake: `--head ${wrong}: it must look like auth:120:0f3c… (64 digits), as verify prints it.`,
      };
    if (!help && positionals.join(' ') !== 'verify') return { mistake: 'Say verify.' };
    return { help, heads };
  } catch (error) {
    return { mistake: reasonOf(error) };
  }
}
