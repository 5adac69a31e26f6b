import { readSettings } from '../runtime/settings.ts';
import { CannotSeed } from './cannot-seed.ts';
import { csvSeller, demoAccounts } from './demo/accounts.ts';
import { seedSettings } from './env.ts';
import { type Caller, signIn, signUp } from './sign-in.ts';
import type { Store } from './store-client.ts';
import { Refused } from './store-errors.ts';

/**
 * Signs in who offers the rows of a CSV file: the account `email`, with the password that SEED_PASSWORD holds
 * (that of a demo account is known); without `email` an account made for it. Throws CannotSeed.
 */
export async function signInCsvSeller(store: Store, email: string | undefined): Promise<Caller> {
  const { SEED_PASSWORD } = readSettings({ SEED_PASSWORD: seedSettings.SEED_PASSWORD });
  const password = SEED_PASSWORD ?? demoAccounts.find(account => account.email === email)?.password;
  if (email !== undefined && !password) {
    throw new CannotSeed(`Set SEED_PASSWORD to the password of ${email}.`);
  }
  try {
    if (email !== undefined && password) return await signIn(store, { email, password });
    return (await signUp(store, csvSeller)).caller;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new CannotSeed(`${email ?? csvSeller.email} cannot sign in (${error.code}): ${error.message}`);
  }
}
