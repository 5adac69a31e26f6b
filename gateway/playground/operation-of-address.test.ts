import { expect, test } from '@jest/globals';
import { operationOfAddress } from './operation-of-address.ts';

test('the address names an operation and its variables', () => {
  const named = new URLSearchParams({ query: '{ books { nodes { id } } }', variables: '{"a": "b & c"}' });
  expect(operationOfAddress(`#${named}`)).toEqual({
    initialQuery: '{ books { nodes { id } } }',
    initialVariables: '{"a": "b & c"}',
  });
});

test.each(['', '#', '#variables={}', '#page'])('%p names none', hash => {
  expect(operationOfAddress(hash)).toEqual({});
});
