import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { passwordFields } from './password-fields.ts';

const schema = buildSchema(`
  type Query { password: String, login: String }
  type Mutation {
    login(input: LoginInput!): Boolean
    changePassword(input: ChangeInput!): Boolean
    unlock(password: String!): Boolean
    rename(input: RenameInput!): Boolean
  }
  input LoginInput { email: String!, password: String! }
  input ChangeInput { currentPassword: String!, newPassword: String! }
  input RenameInput { name: String!, passwordless: Boolean }
`);

const countOf = passwordFields();

const counted = (query: string, of = schema): number => {
  const document = parse(query);
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  );
  if (!operation) throw new Error('no operation');
  const asked = { schema: of, document, operation };
  expect(countOf(asked)).toBe(countOf(asked));
  return countOf(asked);
};

const login = 'login(input: { email: "a", password: "b" })';

test.each([
  [0, '{ password login }'],
  [0, 'mutation { rename(input: { name: "a" }) }'],
  [1, `mutation { ${login} }`],
  [1, 'mutation { unlock(password: "a") }'],
  [2, `mutation { a: ${login} b: ${login} rename(input: { name: "a" }) }`],
  [1, `mutation { ${login} ${login} }`],
  [
    3,
    `mutation { ... { a: ${login} } ...F ...F } fragment F on Mutation { b: ${login} changePassword(input: { currentPassword: "a", newPassword: "b" }) }`,
  ],
])('%d passwords: %s', (count, query) => {
  expect(counted(query)).toBe(count);
});

test('of the store’s own API these fields are given passwords', () => {
  const sdl = readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8');
  const graph = buildSchema(sdl, { assumeValid: true });
  const names = Object.keys(graph.getMutationType()?.getFields() ?? {});
  const withPassword = names.filter(name => counted(`mutation { ${name} }`, graph) > 0);
  expect(withPassword.sort()).toEqual([
    'beginSecondFactor',
    'changePassword',
    'deleteAccount',
    'login',
    'register',
    'removeSecondFactor',
    'resetPassword',
    'updateProfile',
  ]);
});
