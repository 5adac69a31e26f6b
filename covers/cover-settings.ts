import { count } from '../runtime/setting-types.ts';

/** What gateway and catalog read about covers. */
export const coverSettings = {
  COVER_TIMEOUT_MS: count(1_000, 120_000, 20_000).describe(
    'How long the work on a picture may take, and how long it may wait for its turn: together less than proxies wait for an answer.',
  ),
};
