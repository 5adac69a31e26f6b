import type { DemoAccount } from '../demo/accounts.ts';

const sellers = 20;

/** The accounts that offer made-up books. */
export const syntheticSellers: readonly DemoAccount[] = Array.from({ length: sellers }, (_, index) => ({
  name: `Made-up Books ${index + 1}`,
  email: `made.up.books.${index + 1}@bookstore.example`,
  password: `paper-mountain-${index + 1}-measure`,
  role: 'seller',
}));
