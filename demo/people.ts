import { randomUUID } from 'node:crypto';
import { type Caller, signUp } from '../seed/sign-in.ts';
import type { Store } from '../seed/store-client.ts';

export interface Person extends Caller {
  name: string;
  email: string;
}

/** Registers somebody of whom the store has never heard. */
export async function newPerson(store: Store, name: string): Promise<Person> {
  const mailbox = `${name.toLowerCase().replace(/\W+/g, '.')}.${randomUUID().slice(0, 8)}`;
  const email = `${mailbox}@bookstore.example`;
  const { caller } = await signUp(store, { name, email, password: `story-${randomUUID()}` });
  return { ...caller, name, email };
}
