import { setTimeout as delay } from 'node:timers/promises';
import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import { transaction } from '../../../runtime/transaction.ts';
import type { Authorization, ChargeRequest, PaymentProvider } from './payment-provider.ts';
import { SimulatedCharge, type SimulatedChargeStatus } from './simulated-charge.ts';
import { behaviorOf } from './simulated-tokens.ts';

/** Longer than any PAYMENT_TIMEOUT_MS that a store would choose for an answer that somebody waits for. */
export const slowAnswerMilliseconds = 10_000;

/**
 * A payment provider that takes no money. It stands for a company of its own: it keeps a record of what it was
 * asked under which id in tables that nothing else of ours reads or writes, and never in a transaction of ours.
 */
export class SimulatedPaymentProvider implements PaymentProvider {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  async authorize(request: ChargeRequest): Promise<Authorization> {
    const behavior = behaviorOf(request.token);
    const { charge, isFirst } = await transaction(this.#em, async tx => {
      const { first: status, declineReason = null } = behavior;
      const inserted = await tx.execute<{ affectedRows: number }>(
        'INSERT IGNORE INTO simulated_charge (id, amount, currency, token, status, decline_reason) VALUES (?, ?, ?, ?, ?, ?)',
        [request.id, request.amount, request.currency, request.token, status, declineReason],
        'run',
      );
      const isFirst = inserted.affectedRows === 1;
      const charge = isFirst ? { status, declineReason } : await askedAgain(tx, request);
      await record(tx, request.id, 'authorize', charge.status);
      return { charge, isFirst };
    });
    if (isFirst && behavior.slow) await delay(slowAnswerMilliseconds, undefined, { ref: false });
    if (charge.status === 'FAILED_ONCE') throw new Error('The payment provider has a problem.');
    if (charge.status !== 'DECLINED') return { approved: true };
    return { approved: false, reason: charge.declineReason ?? 'Declined.' };
  }

  capture(id: string): Promise<void> {
    return this.#move(id, 'capture', 'AUTHORIZED', 'CAPTURED');
  }

  void(id: string): Promise<void> {
    return this.#move(id, 'void', 'AUTHORIZED', 'VOIDED');
  }

  refund(id: string): Promise<void> {
    return this.#move(id, 'refund', 'CAPTURED', 'REFUNDED');
  }

  #move(id: string, verb: string, from: SimulatedChargeStatus, to: SimulatedChargeStatus): Promise<void> {
    return transaction(this.#em, async tx => {
      const moved = await tx.nativeUpdate(SimulatedCharge, { id, status: from }, { status: to });
      await record(tx, id, verb, moved === 1 ? to : (await lock(tx, id)).status);
    });
  }
}

const lock = (tx: EntityManager, id: string): Promise<SimulatedCharge> =>
  tx.findOneOrFail(SimulatedCharge, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** The charge that was made under that id before; what failed once is approved now. */
async function askedAgain(
  tx: EntityManager,
  { id, amount, currency }: ChargeRequest,
): Promise<SimulatedCharge> {
  const charge = await lock(tx, id);
  if (charge.amount !== amount || charge.currency !== currency) {
    throw new Error('The id was used before for another amount.');
  }
  if (charge.status === 'FAILED_ONCE') charge.status = 'AUTHORIZED';
  return charge;
}

const record = (tx: EntityManager, id: string, verb: string, answer: SimulatedChargeStatus) =>
  tx.execute(
    'INSERT INTO simulated_charge_request (charge_id, verb, answer, at) VALUES (?, ?, ?, NOW(3))',
    [id, verb, answer],
    'run',
  );
