import { readSettings } from '../runtime/settings.ts';
import { gatewayUrlOf, storeSettings } from '../seed/env.ts';
import { driveStore } from '../testing/drive-store.ts';
import { StoreGuest } from '../testing/store-guest.ts';
import { paced } from './paced.ts';
import { numberOption, readOptions } from './read-options.ts';

// The command `npm run drive`: people buy, sell and browse at a store that runs (GATEWAY_URL), so often a second, for
// so many seconds or until Ctrl-C, while you update it or take a part of it away. Tells each request that was not
// answered as it should be, and exits 1 where there was one. It leaves their accounts, books and purchases behind.

const { seconds, rate, pairs } = readOptions({
  seconds: numberOption(60, 1, 86_400),
  /** How many purchases are begun in a second, 14 requests each; and how many may be under way at once. */
  rate: numberOption(2, 0.1, 100),
  pairs: numberOption(8, 1, 500),
});

const url = gatewayUrlOf(readSettings(storeSettings));
const end = Date.now() + seconds * 1000;
let isTold = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isTold = true;
  });
const { requests, failures, longestMilliseconds } = await driveStore(
  new StoreGuest([url]),
  pairs,
  () => isTold || Date.now() > end,
  paced(rate),
);
for (const failure of failures) console.log(failure);
console.log(
  `${requests} requests to ${url}, ${failures.length} failed, the longest took ${Math.round(longestMilliseconds)} ms`,
);
process.exitCode = failures.length > 0 || requests === 0 ? 1 : 0;
