import { isIdempotencyKey, keyRefusals } from '../../runtime/idempotency-key.ts';
import type { PurchaseUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

const refuse = (code: keyof typeof keyRefusals): PurchaseUserError =>
  userError(code, keyRefusals[code], ['idempotencyKey']);

/** What is wrong with an idempotency key; nothing when it is sound. */
export const checkIdempotencyKey = (key: string): PurchaseUserError[] =>
  isIdempotencyKey(key) ? [] : [refuse('IDEMPOTENCY_KEY_INVALID')];

/** The key was used before, for something else. */
export const keyReused = (): PurchaseUserError => refuse('IDEMPOTENCY_KEY_REUSED');
