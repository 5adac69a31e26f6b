import { soundAddress } from '../../../testing/operations.ts';
import { booksToSell, buyersAmong, rowsOf } from '../fill/sample.ts';
import type { Step, Story } from '../load/story.ts';
import { type Known, ourDocument } from './our-requests.ts';

const books = 100;

const step = (name: string, who: 'buyer' | 'seller', input: object, mustHold: string, keep = {}): Step => ({
  path: '/graphql',
  headers: { 'content-type': 'application/json', authorization: `Bearer {{${who}}}` },
  body: JSON.stringify({ query: ourDocument(name), variables: { input } }),
  mustHold,
  keep,
});

const purchaseId = '{{purchaseId}}';

/** The whole of a purchase in our store: reserved, a delivery chosen, paid, shipped; one copy of one book. */
export async function ourCheckout(
  { urls, tokenOf }: Known,
  { people, books: which }: { people: number; books: 'one' | 'many' },
): Promise<Story> {
  const [provider] = await rowsOf(urls.purchase, "SELECT id FROM delivery_provider WHERE name = 'DHL'");
  const delivery = { providerId: String(provider?.id), address: soundAddress };
  const forSale = await booksToSell(urls, which === 'one' ? 1 : books);
  const buyers = await buyersAmong(urls, people);
  const tokens = new Map(forSale.map(({ sellerId }) => [sellerId, tokenOf(sellerId)]));
  return {
    steps: [
      step('purchase', 'buyer', { bookId: '{{bookId}}', idempotencyKey: '{{key}}' }, '"AWAITING_PAYMENT"', {
        purchaseId: 'data.purchaseBook.purchase.id',
      }),
      step('deliver', 'buyer', { purchaseId, delivery }, '"AWAITING_PAYMENT"'),
      step('pay', 'buyer', { purchaseId, method: 'CREDIT_CARD', idempotencyKey: '{{key}}' }, '"PAID"'),
      step('ship', 'seller', { purchaseId }, '"SHIPPED"'),
    ],
    people: buyers.map((id, index) => {
      const { id: bookId, sellerId } = forSale[index % forSale.length] ?? { id: '', sellerId: '' };
      return { buyer: tokenOf(id), seller: tokens.get(sellerId) ?? '', bookId };
    }),
  };
}
