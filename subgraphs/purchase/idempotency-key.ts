import type { PurchaseUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

const maxLength = 200;

/** What is wrong with an idempotency key; nothing when it is sound. */
export const checkIdempotencyKey = (key: string): PurchaseUserError[] =>
  key.trim() === '' || key.length > maxLength
    ? [
        userError('IDEMPOTENCY_KEY_INVALID', `An idempotency key has 1 to ${maxLength} characters.`, [
          'idempotencyKey',
        ]),
      ]
    : [];

/** The key was used before, for something else. */
export const keyReused = (): PurchaseUserError =>
  userError('IDEMPOTENCY_KEY_REUSED', 'This key was used before with other input. Choose a new one.', [
    'idempotencyKey',
  ]);
