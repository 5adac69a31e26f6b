import { codeOf, stepOf } from '../subgraphs/auth/totp.ts';
import type { GraphqlClient } from './graphql-client.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes that base32 stands for (RFC 4648). */
function bytesOf(base32: string): Uint8Array {
  const bits = [...base32].map(digit => alphabet.indexOf(digit).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2));
}

/** A secret in base32 in each way that it may be written. */
export const writtenSecret = (secret: string): string[] => {
  const bytes = Buffer.from(bytesOf(secret));
  return [secret, ...(['hex', 'base64', 'base64url'] as const).map(encoding => bytes.toString(encoding))];
};

/** What an authenticator app shows for a secret in base32, so many steps from now. */
export const codeShown = (secret: string, stepsFromNow = 0): string =>
  codeOf(bytesOf(secret), stepOf(new Date()) + stepsFromNow);

/** A code that no step near now has. */
export function wrongCode(secret: string): string {
  const right = new Set([-2, -1, 0, 1, 2].map(steps => codeShown(secret, steps)));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(code => !right.has(code)) ?? '';
}

/** Begins a second factor, which then waits for its first code; answers its secret in base32, and that as a URI. */
export async function beginSecondFactor(
  client: GraphqlClient,
  currentPassword: string,
): Promise<{ secret: string; uri: string }> {
  const { beginSecondFactor: begun } = await client.ask<{
    beginSecondFactor: { secret: string; uri: string };
  }>('mutation($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret uri } }', {
    input: { currentPassword },
  });
  return begun;
}

/** Sets up a second factor; the code of the present step is spent by that. */
export async function setUpSecondFactor(
  client: GraphqlClient,
  currentPassword: string,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await beginSecondFactor(client, currentPassword);
  const { confirmSecondFactor: confirmed } = await client.ask<{
    confirmSecondFactor: { recoveryCodes: string[] };
  }>('mutation($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }', {
    input: { oneTimeCode: codeShown(secret) },
  });
  return { secret, recoveryCodes: confirmed.recoveryCodes };
}
