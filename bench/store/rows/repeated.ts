import { join } from 'node:path';
import { nginxPids } from '../../../load/nginx-pids.ts';
import { startCachingNginx } from '../../../testing/caching-nginx.ts';
import { sendRequests } from '../../load/run-client.ts';
import { isWrkThere, repeatByWrk } from '../../load/run-wrk.ts';
import type { SentRequest } from '../../load/sent-request.ts';
import type { Mark } from '../../marks.ts';
import { sendRequest } from '../load/send-request.ts';
import { measureShop } from '../measure-shop.ts';
import { ratioMark, shopRowsOf } from '../shop-results.ts';
import { type Measuring, measureInTurn, type PutLoad, type ShopRounds } from '../shop-rounds.ts';
import { ourDocument } from '../shops/our-requests.ts';
import type { OurShop } from '../shops/our-shop.ts';
import { longestStaleness } from './staleness.ts';

const what = 'list by GET through NGINX';
const names = { kept: 'as NGINX keeps it', past: 'past the cache' } as const;
const most = { staleSeconds: 2 };
const least = { times: 50 };
/** More than this a client in Node does not send in time: what it would measure is itself. */
const mostAtRate = 8_000;

/** The list as whoever is not signed in asks it by GET; with a cookie that could tell who asks, NGINX hands it on. */
const request = (isKept: boolean): SentRequest => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams({ query: ourDocument('list') })}`,
  headers: {
    accept: 'application/json',
    'apollo-require-preflight': 'true',
    ...(!isKept && { cookie: 'past=1' }),
  },
});

/**
 * The list of 20 books through NGINX as deploy/nginx has it, asked again and again by nobody: as NGINX answers it by itself, and
 * past its cache; and for how long after a change it can tell what is not true any more.
 */
export async function measureRepeated(
  shop: OurShop,
  folder: string,
  { seconds, rounds, ...of }: Measuring,
): Promise<{ measured: ShopRounds[]; marks: Mark[] }> {
  const nginxFolder = join(folder, 'nginx-answers');
  const nginx = await startCachingNginx(nginxFolder, `http://127.0.0.1:${shop.port}`);
  try {
    const { port } = nginx;
    const ofNginx = nginxPids(nginxFolder).map((pid, number) => [`nginx ${number}`, pid] as const);
    const behind = { ...shop, port, pids: new Map([...shop.pids, ...ofNginx]) };
    const hasWrk = await isWrkThere();
    if (!hasWrk) console.log(`  ${what}: without wrk, whose client takes less of this machine (install wrk)`);
    const loadOf = async (isKept: boolean): Promise<PutLoad> => {
      const asked = request(isKept);
      const bytes = Math.floor(0.9 * (await sendRequest(port, asked)).length);
      const to = { port, bytes, seconds };
      return rate =>
        measureShop(behind, of, () =>
          hasWrk && rate === undefined
            ? repeatByWrk({ ...to, request: asked })
            : sendRequests({ ...to, requests: [asked], rate: rate && Math.min(rate, mostAtRate) }),
        );
    };
    const loads = [
      { shop: names.kept, putLoad: await loadOf(true) },
      { shop: names.past, putLoad: await loadOf(false) },
    ];
    const measured = await measureInTurn(what, loads, { rounds, seconds });
    const stale = await longestStaleness(shop, port, request(true));
    const rows = shopRowsOf(measured);
    const ratio = { by: 'throughput', wanted: { atLeast: least.times } } as const;
    return {
      measured,
      marks: [
        ...ratioMark(rows, what, [names.kept, names.past], ratio),
        // Without a client that may take part of the machine.
        ...ratioMark(rows, what, [names.kept, names.past], { by: 'saving' }),
        {
          mark: `${what}: how long it can tell an old price`,
          wanted: { atMost: most.staleSeconds },
          measured: stale,
          unit: 's',
        },
      ],
    };
  } finally {
    await nginx.stop();
  }
}
