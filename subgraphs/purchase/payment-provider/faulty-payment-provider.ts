import { setTimeout as delay } from 'node:timers/promises';
import { drawFaults } from './draw-faults.ts';
import type { PaymentFault, PaymentFaults } from './payment-faults.ts';
import type { Authorization, ChargeRequest, PaymentProvider } from './payment-provider.ts';
import { slowAnswerMilliseconds } from './simulated-payment-provider.ts';

/**
 * A payment provider behind a bad line, for tests. A request to it may meet an error before anything happened, or be
 * acted upon and its answer dropped, or reach the provider twice at once, or be answered later than anyone waits.
 */
export class FaultyPaymentProvider implements PaymentProvider {
  readonly #provider: PaymentProvider;
  readonly #draw: () => PaymentFault | undefined;

  constructor(provider: PaymentProvider, faults: PaymentFaults) {
    this.#provider = provider;
    this.#draw = drawFaults(faults);
  }

  authorize(request: ChargeRequest): Promise<Authorization> {
    return this.#ask(() => this.#provider.authorize(request));
  }

  capture(id: string): Promise<void> {
    return this.#ask(() => this.#provider.capture(id));
  }

  void(id: string): Promise<void> {
    return this.#ask(() => this.#provider.void(id));
  }

  refund(id: string): Promise<void> {
    return this.#ask(() => this.#provider.refund(id));
  }

  async #ask<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const fault = this.#draw();
    if (fault === 'error') throw new Error('The payment provider answered 500.');
    const [answer] = await Promise.all(fault === 'twice' ? [act(), act()] : [act()]);
    if (fault === 'drop') throw new Error('The connection to the payment provider was lost.');
    if (fault === 'late') await delay(slowAnswerMilliseconds, undefined, { ref: false });
    return answer;
  }
}
