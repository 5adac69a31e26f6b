import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../deploy/local/places.ts';

/** The inputs of a file's markup, each from its < to its >. */
const inputsOf = (source: string): string[] =>
  Array.from(source.matchAll(/<(?:input|Input|TextInput)\b(?:[^>{]|\{[^}]*\})*>/g), ([input]) => input);

const isOfPassword = (input: string): boolean =>
  /\bname="[^"]*password[^"]*"/i.test(input) || /autoComplete="[^"]*password"/.test(input);

const isMasked = (input: string): boolean => /\btype="password"/.test(input);

const files = ['storefront', 'gateway/playground'].flatMap(folder =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.tsx') && !/node_modules|dist\//.test(file))
    .map(file => join(folder, file)),
);

test('whoever types a password types it masked, on every page', () => {
  const inputs = files.flatMap(file =>
    inputsOf(readFileSync(join(projectFolder, file), 'utf8'))
      .filter(isOfPassword)
      .map(input => ({ file, input })),
  );
  expect(inputs.length).toBeGreaterThanOrEqual(6);
  expect(inputs.filter(({ input }) => !isMasked(input))).toEqual([]);
});

test('one that is not masked is seen', () => {
  const [input = ''] = inputsOf(
    '<p>{a > b}</p><input {...control} name="newPassword" type="text" required />',
  );
  expect([isOfPassword(input), isMasked(input)]).toEqual([true, false]);
});
