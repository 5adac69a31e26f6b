import { expect, test } from '@jest/globals';
import { mergeAccounts, readAccounts } from './accounts.ts';

const tokens = { accessToken: 'a1', refreshToken: 'r1' };
const payload = { user: { id: 'u1', name: 'Sam' }, tokens };

test('reads an account from each root field that signs somebody in', () => {
  const other = {
    user: { id: 'u2', name: 'Bea' },
    tokens: { ...tokens, accessTokenExpiresAt: '2026-11-20' },
  };
  expect(readAccounts({ seller: payload, login: other, books: { nodes: [] } })).toEqual([
    { id: 'u1', name: 'Sam', role: 'seller', tokens },
    { id: 'u2', name: 'Bea', role: '', tokens: other.tokens },
  ]);
});

test('reads none from a refusal, an error or an answer without tokens', () => {
  expect(readAccounts({ login: { user: null, tokens: null, userErrors: [] } })).toEqual([]);
  expect(readAccounts({ me: { id: 'u1', name: 'Sam' }, refreshTokens: { tokens } })).toEqual([]);
  expect(readAccounts(null)).toEqual([]);
});

test('somebody who logs in again keeps the role and takes the new tokens', () => {
  const before = readAccounts({ seller: payload });
  const again = readAccounts({ login: { ...payload, tokens: { accessToken: 'a2' } } });
  expect(mergeAccounts(before, again)).toEqual([
    { id: 'u1', name: 'Sam', role: 'seller', tokens: { accessToken: 'a2' } },
  ]);
});
