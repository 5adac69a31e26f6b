import { amqpUrl, count } from './setting-types.ts';

/** What every process that speaks to others of the store as an equal reads: all but the gateway. */
export const sisterSettings = {
  SISTER_TIMEOUT_MS: count(100, 60_000, 1_500).describe('The patience of one service with another.'),
  AMQP_URL: amqpUrl,
};
