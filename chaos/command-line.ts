import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/reason-of.ts';
import { largestSeed } from './plan/round-seed.ts';

export const usage = `Starts a store of its own, has people buy and sell in it while its parts are killed, paused and cut off from
each other, and tells whether the store ever lied.

Usage: npm run chaos -- [--rounds N] [--seed S] [--purchases P] [--rabbitmq] [--recovery SECONDS]

  --rounds N          How many rounds (5).
  --seed S            What chance is drawn from (random, and printed). The same seed plans the same rounds.
  --purchases P       How many purchases are tried in a round (200).
  --rabbitmq          Events go over RabbitMQ, which is broken as well; without it, over HTTP.
  --recovery SECONDS  How long the store may take to work again after a fault (10).
  --help              This.

Exit code 1: something was wrong. Logs and databases are then kept in .data/chaos-…, which is printed.
`;

const usualRecoverySeconds = 10;

export interface ChaosOptions {
  rounds: number;
  seed: number;
  purchases: number;
  hasBroker: boolean;
  recoverySeconds: number;
}

/** How the command was used wrongly, in words for the user. */
export class WrongUsage extends Error {}

function optionsOf(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        rounds: { type: 'string', default: '5' },
        seed: { type: 'string', default: String(Math.floor(Math.random() * largestSeed)) },
        purchases: { type: 'string', default: '200' },
        rabbitmq: { type: 'boolean', default: false },
        recovery: { type: 'string', default: String(usualRecoverySeconds) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new WrongUsage(reasonOf(error));
  }
}

function wholeNumber(option: string, text: string, smallest: number, largest: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (number >= smallest && number <= largest) return number;
  throw new WrongUsage(`--${option} needs a whole number from ${smallest} to ${largest}.`);
}

/** What the words after the command's name ask for; undefined for the usage. Throws WrongUsage. */
export function parseCommand(words: readonly string[]): ChaosOptions | undefined {
  const { rounds, seed, purchases, rabbitmq, recovery, help } = optionsOf(words);
  if (help) return undefined;
  return {
    rounds: wholeNumber('rounds', rounds, 1, 100_000),
    seed: wholeNumber('seed', seed, 0, largestSeed),
    purchases: wholeNumber('purchases', purchases, 1, 10_000),
    hasBroker: rabbitmq,
    recoverySeconds: wholeNumber('recovery', recovery, 1, 600),
  };
}

/** The words that ask for these options. */
export const wordsOf = (options: ChaosOptions): string =>
  [
    `--rounds ${options.rounds} --seed ${options.seed} --purchases ${options.purchases}`,
    ...(options.hasBroker ? ['--rabbitmq'] : []),
    ...(options.recoverySeconds === usualRecoverySeconds ? [] : [`--recovery ${options.recoverySeconds}`]),
  ].join(' ');
