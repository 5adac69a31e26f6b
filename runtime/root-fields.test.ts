import { expect, test } from '@jest/globals';
import { type OperationDefinitionNode, parse } from 'graphql';
import { rootFields } from './root-fields.ts';

function fieldsOf(text: string): Record<string, string> {
  const document = parse(text);
  const isOperation = (node: { kind: string }): node is OperationDefinitionNode =>
    node.kind === 'OperationDefinition';
  const operation = document.definitions.find(isOperation);
  if (!operation) throw new Error('There is no operation.');
  return Object.fromEntries(rootFields(operation, document));
}

test('the fields at the root, by the key of their answer, through fragments of both kinds', () => {
  const text = `query Any { first: books { nodes { id } } ...Rest ... on Query { me { id } } __typename }
    fragment Rest on Query { second: books { totalCount } ...More } fragment More on Query { user(id: 1) { id } }`;
  expect(fieldsOf(text)).toEqual({
    first: 'books',
    second: 'books',
    user: 'user',
    me: 'me',
    __typename: '__typename',
  });
});

test('fragments that spread each other twice, thirty deep, are no work', () => {
  const deep = Array.from(
    { length: 30 },
    (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
  );
  const began = performance.now();
  expect(fieldsOf(`{ ...F0 } ${deep.join(' ')} fragment F30 on Query { me { id } }`)).toEqual({ me: 'me' });
  expect(performance.now() - began).toBeLessThan(1_000);
});
