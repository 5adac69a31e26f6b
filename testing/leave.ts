import { setTimeout as delay } from 'node:timers/promises';
import { subgraphs } from '../runtime/services.ts';
import type { GraphqlClient } from './graphql-client.ts';
import type { RegisteredPerson, StoreUser } from './use-store.ts';

const patienceMilliseconds = 60_000;

const mutation = `mutation($input: DeleteAccountInput!) {
  deleteAccount(input: $input) { deletedUserId userErrors { code message field } } }`;

interface Outcome {
  deletedUserId: string | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

/** deleteAccount: what it answers. */
export const deleteAccount = async (client: GraphqlClient, password: string): Promise<Outcome> =>
  (await client.ask<{ deleteAccount: Outcome }>(mutation, { input: { password } })).deleteAccount;

/** The codes for which it is refused; none when the account is deleted. */
export const leave = async ({ client, password }: RegisteredPerson): Promise<string[]> =>
  (await deleteAccount(client, password)).userErrors.map(({ code }) => code);

/** Has it be an hour later for those who have left: their tokens have ended, and what is held on them is looked through at once. */
export async function hurryErasing(store: StoreUser, userId: string): Promise<void> {
  for (const subgraph of subgraphs)
    await store.rows(
      subgraph,
      `UPDATE account_deletion SET deleted_at = NOW(3) - INTERVAL 1 HOUR, due_at = NOW(3)
       WHERE user_id = ? AND erased_at IS NULL`,
      [userId],
    );
}

/** Resolves when all three databases say that nothing is left to erase of somebody; hurries them. */
export async function untilErased(store: StoreUser, userId: string): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    await hurryErasing(store, userId);
    await delay(2_500);
    const rows = await Promise.all(
      subgraphs.map(subgraph =>
        store.rows(subgraph, 'SELECT 1 FROM account_deletion WHERE user_id = ? AND erased_at IS NOT NULL', [
          userId,
        ]),
      ),
    );
    if (rows.every(({ length }) => length === 1)) return;
    if (Date.now() > deadline)
      throw new Error(`Not erased: ${subgraphs.filter((_, index) => rows[index]?.length !== 1).join(', ')}`);
  }
}
