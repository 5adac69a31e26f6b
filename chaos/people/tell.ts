import type { PurchaseRecord } from '../record/purchase-record.ts';
import { type Client, GaveUp } from './client.ts';
import { type OperationName, type Outcome, operations, type SeenPurchase } from './operations.ts';

function see(record: PurchaseRecord, purchase: SeenPurchase, askedAt: number): void {
  const { status, subtotal, total } = purchase;
  record.sightings.push({
    askedAt,
    answeredAt: performance.now(),
    status,
    subtotal: subtotal.amount,
    total: total.amount,
  });
}

/** Asks one step of a purchase until it is answered, and writes down what is said of the purchase, or why it is refused. */
export async function tell(
  client: Client,
  record: PurchaseRecord,
  step: OperationName,
  input: object,
): Promise<Outcome> {
  const { data, askedAt } = await client.ask<Outcome>(step, operations[step], { input });
  if (!data) throw new GaveUp(`${step}: the answer is empty`);
  if (data.purchase) see(record, data.purchase, askedAt);
  record.refusedSteps.push(...data.userErrors.map(({ code }) => ({ step, code, askedAt })));
  return data;
}

/** Looks at an acknowledged purchase; undefined when the store says that there is none. */
export async function look(
  client: Client,
  record: PurchaseRecord,
  id: string,
): Promise<SeenPurchase | undefined> {
  const { data, askedAt } = await client.ask<SeenPurchase>('purchase', operations.purchase, { id });
  if (data) see(record, data, askedAt);
  else record.notShown += 1;
  return data ?? undefined;
}
