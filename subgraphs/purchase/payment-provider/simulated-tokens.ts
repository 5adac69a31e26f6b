import type { SimulatedChargeStatus } from './simulated-charge.ts';

/** How the simulated provider answers a token. */
export interface TokenBehavior {
  /** What the first request makes of the charge. */
  first: SimulatedChargeStatus;
  declineReason?: string;
  /** Whether the first answer comes later than anyone waits, although the charge is made. */
  slow?: boolean;
}

const behaviors = new Map<string, TokenBehavior>([
  ['tok_approved', { first: 'AUTHORIZED' }],
  ['tok_declined', { first: 'DECLINED', declineReason: 'The card was declined.' }],
  [
    'tok_insufficient_funds',
    { first: 'DECLINED', declineReason: 'There is not enough money on the account.' },
  ],
  ['tok_timeout', { first: 'AUTHORIZED', slow: true }],
  ['tok_error_then_approved', { first: 'FAILED_ONCE' }],
]);

const unknown: TokenBehavior = { first: 'DECLINED', declineReason: 'The payment token is not known.' };

/** What becomes of a charge with that token; none at all is approved, an unknown one declined. */
export const behaviorOf = (token: string | null): TokenBehavior =>
  behaviors.get(token ?? 'tok_approved') ?? unknown;
