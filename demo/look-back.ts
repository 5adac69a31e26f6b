import type { Store } from '../seed/store-client.ts';
import { expectSame, type Narrator } from './narrator.ts';
import type { Shop } from './offer-books.ts';
import type { Person } from './people.ts';
import { historyOf } from './purchase-operations.ts';
import type { Purchase } from './purchase-shape.ts';
import type { Sale } from './sell-a-book.ts';

const course = ['AWAITING_PAYMENT', 'PAID', 'SHIPPED', 'DELIVERED'];

async function see(store: Store, person: Person, side: 'purchases' | 'sales', { shop, sale }: Past) {
  const seen = await historyOf(store, person, side);
  expectSame(
    `${side} that are`,
    [sale.purchase.id],
    seen.map(({ id }) => id),
  );
  const { lines = [], history = [] } = seen[0] ?? {};
  expectSame(
    'history',
    course,
    history.map(({ status }) => status).filter(status => status !== 'PENDING'),
  );
  expectSame(
    'seller of the book in it',
    [shop.seller.name],
    lines.map(({ book }) => book?.seller?.name),
  );
  return seen;
}

interface Past {
  shop: Shop;
  sale: Sale;
}

const tell = (seen: Purchase[]) =>
  seen
    .map(({ lines, history }) => {
      const title = lines.map(line => line.title).join(', ');
      return `${title} · ${history.map(({ status }) => status).join(' → ')}`;
    })
    .join('; ');

/** The chapter in which buyer and seller each see the same purchase, with every step that it took. */
export async function lookBack(store: Store, { chapter, step }: Narrator, past: Past): Promise<void> {
  const { buyer, seller } = past.shop;
  chapter('What each side sees');
  await step('the buyer looks back', () => see(store, buyer, 'purchases', past), tell);
  await step('the seller looks back', () => see(store, seller, 'sales', past), tell);
}
