import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/reason-of.ts';

export const usage = `Fills a running store with books.

Usage: npm run seed -- --demo
       npm run seed -- --csv FILE [--seller EMAIL]
       npm run seed -- --books N

  --demo          The demo's accounts and books, once: where they are, nothing is done.
  --csv FILE      The rows of a CSV file (UTF-8, RFC 4180; columns title, authors joined by "; ", and where
                  there are such isbn13, published_year, language). Grades, prices and numbers of copies are
                  made up, by row number: the same ones in every run. Bad rows are reported and skipped. Run
                  again, it goes on where it stopped, and publishes no row twice.
  --seller EMAIL  Who offers the rows: an account that exists; its password is read from SEED_PASSWORD.
                  Without it, an account made for it.
  --books N       N made-up books, written straight into catalog's database: fast, for measuring.
  --help          This.

The store is found at GATEWAY_URL; without it at http://localhost:PORT (4000).
`;

export type Command =
  | { verb: 'help' }
  | { verb: 'demo' }
  | { verb: 'csv'; file: string; seller: string | undefined }
  | { verb: 'books'; count: number };

/** How the command was used wrongly, in words for the user. */
export class WrongUsage extends Error {}

const maxBooks = 10_000_000;

function optionsOf(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        demo: { type: 'boolean' },
        csv: { type: 'string' },
        seller: { type: 'string' },
        books: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new WrongUsage(reasonOf(error));
  }
}

/** What the words after the command's name ask for. Throws WrongUsage. */
export function parseCommand(words: readonly string[]): Command {
  const { demo, csv, seller, books, help } = optionsOf(words);
  if (help) return { verb: 'help' };
  const asked = [demo, csv, books].filter(option => option !== undefined);
  if (asked.length !== 1) throw new WrongUsage('Give one of --demo, --csv FILE and --books N.');
  if (seller !== undefined && csv === undefined) throw new WrongUsage('--seller goes with --csv alone.');
  if (csv === '') throw new WrongUsage('--csv needs the name of a file.');
  if (csv !== undefined) return { verb: 'csv', file: csv, seller };
  if (books === undefined) return { verb: 'demo' };
  const count = /^\d{1,8}$/.test(books) ? Number(books) : 0;
  if (count >= 1 && count <= maxBooks) return { verb: 'books', count };
  throw new WrongUsage(`--books needs a whole number from 1 to ${maxBooks.toLocaleString('en')}.`);
}
