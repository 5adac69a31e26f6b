import { nginxProgram } from '../../testing/nginx-program.ts';
import type { Choice } from '../choice.ts';
import { comparableWords } from './compare-shops.ts';
import { wordsOfTitles } from './fill/sample.ts';
import { idleStatements } from './measure-shop.ts';
import { openServer, storeFolder } from './open-server.ts';
import { measureGrowth } from './rows/growth.ts';
import { measureOperations, operationMarks, operationNames } from './rows/operations.ts';
import { pageMarks } from './rows/pages.ts';
import { measurePurchasing } from './rows/purchasing.ts';
import { measureRepeated } from './rows/repeated.ts';
import { measureReplicas } from './rows/replicas.ts';
import type { Mark } from './shop-results.ts';
import type { Measuring, ShopRounds } from './shop-rounds.ts';
import { type Amounts, fewBooks, ShopStarter } from './shop-starter.ts';
import type { OurShop } from './shops/our-shop.ts';
import type { Shop } from './shops/shop.ts';
import { type PartName, partNames, shopNames } from './store-parts.ts';

/** What the store half is told. */
export interface StoreOptions extends Amounts {
  seconds: number;
  rounds: number;
  withoutPeers: boolean;
  /** How many books the larger store has. */
  many: number;
}

/** What a part tells. */
interface Told {
  measured?: ShopRounds[];
  marks: Mark[];
  versions?: Record<string, string>;
}

/** What every part is given. */
interface Part {
  starter: ShopStarter;
  options: StoreOptions;
  choice: Choice;
  /** How to measure, once all shops of the part run and say nothing by themselves. */
  measuring(words?: readonly string[]): Promise<Measuring>;
}

const wordsTried = 60;

const wordsFor = async (ours: OurShop, shops: readonly Shop[]): Promise<string[]> =>
  comparableWords(shops, await wordsOfTitles(ours.urls, wordsTried));

const thousands = (count: number) => `${count.toLocaleString('en')} books`;

function hasNginx(part: PartName): boolean {
  if (nginxProgram()) return true;
  console.log(`${part}: left out, there is no NGINX on this machine (nginx-light)`);
  return false;
}

const parts: Record<PartName, (part: Part) => Promise<Told>> = {
  async operations({ starter, options, choice, measuring }) {
    const chosen = choice.among(Object.values(shopNames));
    const names = choice.among(operationNames);
    const ours = await starter.ours();
    const shops: Shop[] = [ours];
    const versions: Record<string, string> = {};
    if (chosen.includes(shopNames.vendure) && !options.withoutPeers) {
      const vendure = await starter.vendure(ours);
      shops.push(vendure);
      versions[vendure.name] = vendure.version;
    }
    if (chosen.includes(shopNames.bare)) shops.push(await starter.bare(ours));
    const words = names.includes('search') ? await wordsFor(ours, shops) : [];
    const measured = await measureOperations(shops, names, await measuring(words));
    const { ours: our, vendure, bare } = shopNames;
    return { measured, marks: operationMarks(measured, [our, vendure, bare]), versions };
  },
  async pages({ starter }) {
    return { marks: await pageMarks(await starter.ours()) };
  },
  async purchasing({ starter, measuring }) {
    return measurePurchasing(await starter.ours(), await measuring());
  },
  async repeated({ starter, measuring }) {
    if (!hasNginx('repeated')) return { marks: [] };
    return measureRepeated(await starter.ours(), storeFolder, await measuring());
  },
  async replicas({ starter, measuring }) {
    if (!hasNginx('replicas')) return { marks: [] };
    const one = await starter.ours({ name: 'one of each', replicas: 1 });
    const two = await starter.ours({ name: 'two of each', replicas: 2 });
    return measureReplicas([one, two], await measuring());
  },
  async growth({ starter, options, measuring }) {
    const few = await starter.ours({ name: thousands(fewBooks) });
    const many = await starter.ours({ name: thousands(options.many), books: options.many });
    return measureGrowth([few, many], await measuring(await wordsFor(few, [few])));
  },
};

/** Measures our store beside others, and beside itself: a part after the other, on a database server of the bench's own. */
export async function measureStore(choice: Choice, options: StoreOptions): Promise<Required<Told>> {
  const { seconds, rounds } = options;
  // Whoever names an operation or a shop means the part in which shops are asked operations.
  const isOfOperations = choice.namesAny([...operationNames, ...Object.values(shopNames)]);
  const chosen =
    isOfOperations && !choice.namesAny(partNames) ? (['operations'] as const) : choice.among(partNames);
  const told: Required<Told> = { measured: [], marks: [], versions: {} };
  const server = await openServer();
  told.versions[server.kind] = server.version;
  const { adminUrl } = server;
  const measuring = async (words: readonly string[] = []): Promise<Measuring> => ({
    ...{ seconds, rounds, adminUrl, words },
    idle: await idleStatements(adminUrl),
  });
  try {
    for (const name of chosen) {
      console.log(name);
      const starter = new ShopStarter(server, options);
      try {
        const {
          measured = [],
          marks,
          versions = {},
        } = await parts[name]({ starter, options, choice, measuring });
        told.measured.push(...measured);
        told.marks.push(...marks);
        Object.assign(told.versions, versions);
      } finally {
        await starter.stop();
      }
    }
    return told;
  } finally {
    await server.stop();
  }
}
