import { setTimeout as delay } from 'node:timers/promises';
import type { AccountRecord } from '../record/account-record.ts';
import { operations } from './operations.ts';
import type { Scene } from './scene.ts';

interface Payload {
  user: { id: string } | null;
  userErrors: { code: string }[];
}

/** Logs in; writes down who that is. */
export async function logIn({ nobody }: Scene, account: AccountRecord): Promise<void> {
  const input = { email: account.email, password: account.password };
  const { data } = await nobody.ask<Payload>('login', operations.login, { input });
  account.ids.add(data?.user?.id ?? `refused: ${data?.userErrors[0]?.code}`);
}

/** Makes an account at the planned moment; somebody whose first request was not answered may have one already. */
export async function makeAccount(scene: Scene, at: number, name: string): Promise<void> {
  await delay(at);
  const account = {
    email: `${name}@reader.example`,
    password: 'a quiet shelf of old books',
    ids: new Set<string>(),
  };
  const input = { name: 'Newcomer', email: account.email, password: account.password };
  const { data, times } = await scene.nobody.ask<Payload>('register', operations.register, { input });
  scene.accounts.push(account);
  if (data?.user) account.ids.add(data.user.id);
  else if (times === 1) account.ids.add(`refused: ${data?.userErrors[0]?.code}`);
}
