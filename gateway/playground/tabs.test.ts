import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { placeholders } from './placeholders.ts';
import { runAs } from './run-as.ts';

const folder = join(import.meta.dirname, 'tabs');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder)
  .filter(name => name.endsWith('.graphql'))
  .map(name => name.replace('.graphql', ''));
const supergraph = readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
const schema = buildSchema(supergraph, { assumeValidSDL: true });

test.each(names)('%s fits the schema and names only placeholders that can be filled', name => {
  const query = read(`${name}.graphql`);
  expect(validate(schema, parse(query))).toEqual([]);
  expect([undefined, 'seller', 'buyer']).toContain(runAs(query));

  const variables = read(`${name}.json`);
  expect(() => JSON.parse(variables)).not.toThrow();
  const used = [...variables.matchAll(/\$(\w+)/g)].map(match => match[1]);
  expect([...Object.keys(placeholders), 'uuid', 'random']).toEqual(expect.arrayContaining(used));
});
