import { expect, test } from '@jest/globals';
import { parseCommand, WrongUsage, wordsOf } from './command-line.ts';

test('without words: five rounds of 200 purchases without a broker, of a seed that is drawn', () => {
  const options = parseCommand([]);
  expect(options).toMatchObject({ rounds: 5, purchases: 200, hasBroker: false, recoverySeconds: 10 });
  expect(options?.seed).toBeGreaterThanOrEqual(0);
});

test('with words: what they say', () => {
  const words = '--rounds 1 --seed 4294967295 --purchases 20 --rabbitmq --recovery 30'.split(' ');
  expect(parseCommand(words)).toEqual({
    rounds: 1,
    seed: 4_294_967_295,
    purchases: 20,
    hasBroker: true,
    recoverySeconds: 30,
  });
  expect(parseCommand(['--help'])).toBeUndefined();
});

test('options are told in words that ask for the same', () => {
  for (const words of [
    '--rounds 1 --seed 7 --purchases 20 --rabbitmq --recovery 30',
    '--rounds 1 --seed 7 --purchases 200',
  ]) {
    const options = parseCommand(words.split(' '));
    expect(options && wordsOf(options)).toBe(words);
  }
});

test.each([
  '--rounds 0',
  '--rounds many',
  '--seed -1',
  '--seed 4294967296',
  '--purchases 0',
  '--sed 1',
  'now',
])('%s is refused', words => {
  expect(() => parseCommand(words.split(' '))).toThrow(WrongUsage);
});
