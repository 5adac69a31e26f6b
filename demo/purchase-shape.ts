import { z } from 'zod';

export const money = z.object({ amount: z.string(), currencyCode: z.string() });

/** An amount as Money of the graph. */
export type Money = z.infer<typeof money>;

/** A purchase as the story looks at it; `purchaseFields` asks for it. */
export const purchase = z.object({
  id: z.string(),
  status: z.string(),
  subtotal: money,
  deliveryCost: money,
  total: money,
  payment: z.object({ id: z.string(), status: z.string(), amount: money }).nullable(),
  delivery: z
    .object({ provider: z.object({ name: z.string() }), trackingNumber: z.string().nullable() })
    .nullable(),
  lines: z.array(
    z.object({
      title: z.string(),
      quantity: z.int(),
      book: z.object({ title: z.string(), seller: z.object({ name: z.string() }).nullable() }).nullable(),
    }),
  ),
  history: z.array(z.object({ status: z.string() })),
});

export type Purchase = z.infer<typeof purchase>;

/** The selection of fields that `purchase` describes. */
export const purchaseFields = `
  id status
  subtotal { amount currencyCode } deliveryCost { amount currencyCode } total { amount currencyCode }
  payment { id status amount { amount currencyCode } }
  delivery { provider { name } trackingNumber }
  lines { title quantity book { title seller { name } } }
  history { status }
`;
