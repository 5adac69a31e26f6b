import { setTimeout as delay } from 'node:timers/promises';
import { type Outcome, operations } from '../people/operations.ts';
import type { OfferedBook, Person, Scene } from '../people/scene.ts';
import { tell } from '../people/tell.ts';
import { PurchaseRecord } from '../record/purchase-record.ts';
import type { ChaosStore } from '../store/chaos-store.ts';
import type { RecoveryWatch } from './recovery-watch.ts';

const pauseMilliseconds = 250;
/** So many tries at a time do not weigh on a store that has much to catch up with. */
const atOnce = 4;

/** Who tries whether the store works, and by which book: one of its own, which nobody else buys. */
export interface Prober {
  buyer: Person;
  book: OfferedBook;
  /** What it asked for. */
  records: PurchaseRecord[];
}

/**
 * Whether a visitor can read and the prober can buy, which is then called off; `cancelled` resolves when that is
 * done.
 */
async function tryAll(
  { nobody }: Scene,
  prober: Prober,
): Promise<{ works: boolean; cancelled: Promise<unknown> }> {
  const { buyer, book, records } = prober;
  const key = `probe ${records.length}`;
  const record = new PurchaseRecord({ buyerId: buyer.id, key, bookId: book.bookId, quantity: 1 });
  records.push(record);
  const input = { bookId: book.bookId, idempotencyKey: key };
  const [read, bought] = await Promise.all([
    nobody.try('books', operations.books),
    buyer.client.try<Outcome>('purchaseBook', operations.purchaseBook, { input }),
  ]);
  const id = bought.kind === 'answer' && bought.data?.purchase?.id;
  if (!id) return { works: false, cancelled: Promise.resolve() };
  record.ids.add(id);
  record.asked.add('CANCELLED');
  const cancelled = tell(buyer.client, record, 'cancelPurchase', { purchaseId: id }).catch(() => {});
  return { works: read.kind === 'answer', cancelled };
}

/**
 * Tries again and again whether all works, for as long as the watch waits for it, until `over` is aborted. A try
 * does not wait for the one before it, which may hang. Resolves when the last one has ended.
 */
export async function probe(
  scene: Scene,
  prober: Prober,
  watch: RecoveryWatch,
  store: ChaosStore,
  over: AbortSignal,
): Promise<void> {
  const tries: Promise<void>[] = [];
  const cancellations: Promise<unknown>[] = [];
  let underWay = 0;
  const tryOnce = async () => {
    underWay += 1;
    const askedAt = performance.now();
    const { works, cancelled } = await tryAll(scene, prober);
    cancellations.push(cancelled);
    if (works && (await store.notReady()).length === 0) watch.works(askedAt, performance.now());
    underWay -= 1;
  };
  while (!over.aborted) {
    if (watch.isWaiting && underWay < atOnce) tries.push(tryOnce());
    await delay(pauseMilliseconds);
  }
  await Promise.all(tries);
  await Promise.all(cancellations);
}
