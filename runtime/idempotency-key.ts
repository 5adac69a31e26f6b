const longest = 200;

/** Whether a client may use this as an idempotency key. */
export const isIdempotencyKey = (key: string): boolean => key.trim() !== '' && key.length <= longest;

/** What is told of keys that are refused, whatever they are for. */
export const keyRefusals = {
  IDEMPOTENCY_KEY_INVALID: `An idempotency key has 1 to ${longest} characters.`,
  IDEMPOTENCY_KEY_REUSED: 'This key was used before with other input. Choose a new one.',
} as const;
