import { z } from 'zod';
import type { Caller } from '../seed/sign-in.ts';
import { type Store, userErrors } from '../seed/store-client.ts';
import { type Purchase, purchase, purchaseFields } from './purchase-shape.ts';

/** A purchase after a step, or why the step was refused. */
export interface PurchasePayload {
  purchase: Purchase | null;
  userErrors: z.infer<typeof userErrors>;
}

export interface Address {
  recipient: string;
  line1: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** What each step of a purchase takes. */
export interface Inputs {
  purchaseBook: { bookId: string; quantity: number; expectedUnitPrice: string; idempotencyKey: string };
  chooseDelivery: { purchaseId: string; delivery: { providerId: string; address: Address } };
  payPurchase: { purchaseId: string; method: 'CREDIT_CARD'; paymentToken: string; idempotencyKey: string };
  shipPurchase: { purchaseId: string };
  confirmDelivery: { purchaseId: string };
}

/** Takes a step of a purchase: the mutation `name` of the graph, as the caller. */
export async function takeStep<Name extends keyof Inputs>(
  store: Store,
  caller: Caller,
  name: Name,
  input: Inputs[Name],
): Promise<PurchasePayload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { step } = await caller.withToken(accessToken =>
    store.ask({
      document: `mutation Step($input: ${type}!) {
        step: ${name}(input: $input) { purchase { ${purchaseFields} } userErrors { code message } }
      }`,
      variables: { input },
      answer: z.object({ step: z.object({ purchase: purchase.nullable(), userErrors }) }),
      accessToken,
    }),
  );
  return step;
}

/** The purchase with that id as the caller sees it: null where it is none of the caller's. */
export const purchaseSeenBy = async (store: Store, caller: Caller, id: string): Promise<Purchase | null> =>
  (
    await caller.withToken(accessToken =>
      store.ask({
        document: `query PurchaseById($id: ID!) { purchase(id: $id) { ${purchaseFields} } }`,
        variables: { id },
        answer: z.object({ purchase: purchase.nullable() }),
        accessToken,
      }),
    )
  ).purchase;

/** The caller's newest purchases or sales. */
export const historyOf = async (
  store: Store,
  caller: Caller,
  side: 'purchases' | 'sales',
): Promise<Purchase[]> =>
  (
    await caller.withToken(accessToken =>
      store.ask({
        document: `query History { me { side: ${side} { nodes { ${purchaseFields} } } } }`,
        answer: z.object({ me: z.object({ side: z.object({ nodes: z.array(purchase) }) }) }),
        accessToken,
      }),
    )
  ).me.side.nodes;
