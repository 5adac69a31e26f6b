import { expect, test } from '@jest/globals';
import { parseCommand, WrongUsage } from './command-line.ts';

const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean));

test('each verb is understood', () => {
  expect(parse('--demo')).toEqual({ verb: 'demo' });
  expect(parse('--csv a.csv')).toEqual({ verb: 'csv', file: 'a.csv', seller: undefined });
  expect(parse('--csv a.csv --seller me@x.example')).toEqual({
    verb: 'csv',
    file: 'a.csv',
    seller: 'me@x.example',
  });
  expect(parse('--books 1000000')).toEqual({ verb: 'books', count: 1_000_000 });
  expect(parse('--help')).toEqual({ verb: 'help' });
});

test.each([
  '',
  '--demo --books 3',
  '--csv',
  '--csv=',
  '--books 0',
  '--books ten',
  '--books -1',
  '--books 10000001',
  '--demo --seller a@b.example',
  '--demo more',
  '--wat',
])('%p is wrong usage', line => {
  expect(() => parse(line)).toThrow(WrongUsage);
});
