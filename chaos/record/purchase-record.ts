import type { PurchaseStatus } from '../../subgraphs/purchase/resolvers.generated.ts';

/** What one answer said of a purchase. Times by performance.now(); amounts are decimals, such as "12.50". */
export interface Sighting {
  askedAt: number;
  answeredAt: number;
  status: PurchaseStatus;
  subtotal: string;
  total: string;
}

/** That a step was refused. */
interface Refusal {
  step: string;
  code: string;
  /** Of the request that was answered so, by performance.now(). */
  askedAt: number;
}

/** What was answered to a payment: the money was taken, the card was refused, or it was too late. */
type PaymentAnswer = 'paid' | 'declined' | 'expired';

/** Everything that a buyer asked for under one idempotency key, and every answer to it: the store must keep to them. */
export class PurchaseRecord {
  readonly buyerId: string;
  readonly key: string;
  readonly bookId: string;
  readonly quantity: number;
  readonly expectedUnitPrice: string | undefined;
  /** The ids that purchaseBook answered: there must be one at most. */
  readonly ids = new Set<string>();
  /** The codes by which purchaseBook was refused. */
  readonly refusals = new Set<string>();
  /** Every refusal of any step. */
  readonly refusedSteps: Refusal[] = [];
  /** When a delivery was acknowledged first; undefined while none was. */
  deliveryChosenAt: number | undefined;
  readonly sightings: Sighting[] = [];
  /** The payments that were asked for, by key, with what was answered. */
  readonly payments = new Map<string, Set<PaymentAnswer>>();
  /** The statuses that its buyer or seller asked for. */
  readonly asked = new Set<PurchaseStatus>();
  /** How often the store said that there is no such purchase, after it had answered its id. */
  notShown = 0;

  constructor(asked: {
    buyerId: string;
    key: string;
    bookId: string;
    quantity: number;
    expectedUnitPrice?: string | undefined;
  }) {
    this.buyerId = asked.buyerId;
    this.key = asked.key;
    this.bookId = asked.bookId;
    this.quantity = asked.quantity;
    this.expectedUnitPrice = asked.expectedUnitPrice;
  }

  /** Notes that the store acknowledged a delivery. */
  noteDelivery(): void {
    this.deliveryChosenAt ??= performance.now();
  }

  /** Notes that a payment is asked for under a key. */
  notePayment(key: string, answer?: PaymentAnswer): void {
    this.asked.add('PAID');
    const answers = this.payments.get(key) ?? new Set();
    if (answer) answers.add(answer);
    this.payments.set(key, answers);
  }
}
