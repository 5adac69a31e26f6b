import { z } from 'zod';
import type { SisterService } from '../../runtime/sister-service.ts';

const userErrors = z.array(z.object({ code: z.string(), message: z.string() }));
const line = z.object({ bookId: z.string(), title: z.string(), unitPrice: z.object({ amount: z.string() }) });
const reserved = z.object({
  reserveStock: z.object({
    reservation: z.object({ sellerId: z.string().nullable(), lines: z.array(line) }).nullable(),
    userErrors,
  }),
});
const committed = z.object({ commitStock: z.object({ userErrors }) });
const released = z.object({ releaseStock: z.object({ userErrors }) });

const reserveStock = `mutation($input: ReserveStockInput!) { reserveStock(input: $input) {
  reservation { sellerId lines { bookId title unitPrice { amount } } } userErrors { code message } } }`;
const commitStock = `mutation($input: CommitStockInput!) { commitStock(input: $input) { userErrors { code message } } }`;
const releaseStock = `mutation($input: ReleaseStockInput!) { releaseStock(input: $input) { userErrors { code message } } }`;

/** What catalog answers to who sets copies aside. */
export type Reservation = z.infer<typeof reserved>['reserveStock'];

/** Catalog's stock, by purchase. Each verb may be asked again and acts once; it rejects when catalog cannot be reached. */
export class Stock {
  readonly #catalog: SisterService;

  constructor(catalog: SisterService) {
    this.#catalog = catalog;
  }

  /** Sets copies aside: who sells them, titles and prices, or why not. */
  async reserve(input: {
    purchaseId: string;
    buyerId: string;
    reservedUntil: Date;
    lines: { bookId: string; quantity: number; expectedUnitPrice: string | null }[];
  }): Promise<Reservation> {
    const answer = await this.#catalog.ask(reserveStock, { input }, reserved);
    return answer.reserveStock;
  }

  /** Sells what the purchase has reserved; false when its copies were given back before. */
  async commit(purchaseId: string): Promise<boolean> {
    const variables = { input: { purchaseId } };
    const answer = await this.#catalog.ask(commitStock, variables, committed);
    return answer.commitStock.userErrors.length === 0;
  }

  /** Gives back what the purchase has reserved or bought, and keeps it from reserving later. */
  async release(purchaseId: string): Promise<void> {
    await this.#catalog.ask(releaseStock, { input: { purchaseId } }, released);
  }
}
