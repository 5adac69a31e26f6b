import { nginxProgram } from '../../testing/nginx-program.ts';
import type { Choice } from '../choice.ts';
import { comparableWords } from './compare-shops.ts';
import { wordsOfTitles } from './fill/sample.ts';
import { idleStatements } from './measure-shop.ts';
import { openServer, storeFolder } from './open-server.ts';
import { grownOperations, measureGrowth, memoryMark } from './rows/growth.ts';
import { measureOperation, operationMarks, operationNames, warmShops } from './rows/operations.ts';
import { pageMarks } from './rows/pages.ts';
import { measurePurchasing } from './rows/purchasing.ts';
import { measureRepeated } from './rows/repeated.ts';
import { measureReplicas, replicatedOperations } from './rows/replicas.ts';
import type { Measuring, ShopRounds } from './shop-rounds.ts';
import { type Amounts, ShopStarter } from './shop-starter.ts';
import type { OurShop } from './shops/our-shop.ts';
import type { Shop } from './shops/shop.ts';
import { fillWord, type PartName, partNames, shopNames } from './store-parts.ts';
import { Telling } from './told.ts';

/** What the store half is told. */
export interface StoreOptions extends Amounts {
  seconds: number;
  rounds: number;
  withoutPeers: boolean;
  /** How many books the larger store has. */
  many: number;
}

/** What every part is given. */
interface Part {
  starter: ShopStarter;
  options: StoreOptions;
  choice: Choice;
  telling: Telling;
  /** How to put load on shops of which nothing is told yet. */
  warming: Measuring;
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

const wantsVendure = ({ options, choice }: Pick<Part, 'options' | 'choice'>): boolean =>
  choice.among(Object.values(shopNames)).includes(shopNames.vendure) && !options.withoutPeers;

/** Ours, and those others that were chosen and could be started. */
async function startShops(part: Part): Promise<[OurShop, ...Shop[]]> {
  const { starter, choice, telling } = part;
  const ours = await starter.ours();
  const others: Shop[] = [];
  if (wantsVendure(part))
    await telling.attempt(shopNames.vendure, async () => {
      const vendure = await starter.vendure(ours);
      others.push(vendure);
      return { versions: { [vendure.name]: vendure.version } };
    });
  if (choice.among(Object.values(shopNames)).includes(shopNames.bare))
    await telling.attempt(shopNames.bare, async () => {
      others.push(await starter.bare(ours));
      return undefined;
    });
  return [ours, ...others];
}

const parts: Record<PartName, (part: Part) => Promise<void>> = {
  async operations(part) {
    const { choice, warming, measuring, telling } = part;
    const [ours, ...others] = await startShops(part);
    const shops = [ours, ...others];
    await warmShops(shops, warming);
    const usual = await measuring();
    const names = [shopNames.ours, shopNames.vendure, shopNames.bare];
    for (const operation of choice.among(operationNames))
      await telling.attempt(operation, async () => {
        const words = operation === 'search' ? await wordsFor(ours, shops) : [];
        const measured = await measureOperation(shops, operation, { ...usual, words });
        return { measured, marks: operationMarks(measured, names) };
      });
  },
  async pages({ starter, telling }) {
    telling.add({ marks: await pageMarks(await starter.ours()) });
  },
  async purchasing({ starter, measuring, telling }) {
    const ours = await starter.ours();
    const usual = await measuring();
    for (const books of ['one', 'many'] as const)
      await telling.attempt(`purchasing, ${books}`, () => measurePurchasing(ours, books, usual));
  },
  async repeated({ starter, measuring, telling }) {
    if (!hasNginx('repeated')) return;
    telling.add(await measureRepeated(await starter.ours(), storeFolder, await measuring()));
  },
  async replicas({ starter, measuring, telling }) {
    if (!hasNginx('replicas')) return;
    const one = await starter.ours({ name: 'one of each', replicas: 1 });
    const two = await starter.ours({ name: 'two of each', replicas: 2, isApart: true });
    const usual = await measuring();
    for (const operation of replicatedOperations)
      await telling.attempt(`${operation}, replicas`, () => measureReplicas([one, two], operation, usual));
  },
  async growth({ starter, options, measuring, telling }) {
    const few = await starter.ours({ name: thousands(options.few) });
    const many = await starter.ours({ name: thousands(options.many), books: options.many });
    const usual = await measuring(await wordsFor(few, [few]));
    const all: ShopRounds[] = [];
    for (const operation of grownOperations)
      await telling.attempt(`${operation}, growth`, async () => {
        const told = await measureGrowth([few, many], operation, usual);
        all.push(...told.measured);
        return told;
      });
    telling.add({ marks: [memoryMark([few, many], all)] });
  },
};

/** Fills what the parts need that is not filled yet, so that measuring them begins at once. */
async function fillFor(names: readonly PartName[], { starter, options, choice }: Part): Promise<void> {
  const few = await starter.fill(options.few);
  if (names.includes('operations') && wantsVendure({ options, choice })) await starter.fillVendure(few);
  if (names.includes('replicas')) await starter.fill(options.few, true);
  if (names.includes('growth')) await starter.fill(options.many);
}

/**
 * Measures our store beside others, and beside itself: a part after the other, on a database server of the bench's own. `tell` is
 * given what was told so far whenever there is more; what fails is among its failures, and the rest goes on.
 */
export async function measureStore(
  choice: Choice,
  options: StoreOptions,
  tell: (so: Telling) => void,
): Promise<Telling> {
  const { seconds, rounds } = options;
  // Whoever names an operation or a shop means the part in which shops are asked operations.
  const isOfOperations = choice.namesAny([...operationNames, ...Object.values(shopNames)]);
  const chosen =
    isOfOperations && !choice.namesAny(partNames) ? (['operations'] as const) : choice.among(partNames);
  const telling = new Telling(tell);
  const server = await openServer();
  telling.versions[server.kind] = server.version;
  const { adminUrl } = server;
  const warming: Measuring = { seconds, rounds, adminUrl, idle: 0, words: [] };
  const measuring = async (words: readonly string[] = []): Promise<Measuring> => ({
    ...warming,
    words,
    idle: await idleStatements(adminUrl),
  });
  const partWith = (starter: ShopStarter): Part => ({
    ...{ starter, options, choice, telling },
    ...{ warming, measuring },
  });
  try {
    if (choice.namesAny([fillWord])) {
      await fillFor(chosen, partWith(new ShopStarter(server, options)));
      return telling;
    }
    for (const name of chosen) {
      console.log(name);
      const starter = new ShopStarter(server, options);
      await telling.attempt(name, async () => {
        await parts[name](partWith(starter));
        return undefined;
      });
      await telling.attempt(`${name}, its end`, async () => {
        await starter.stop();
        return undefined;
      });
    }
    return telling;
  } finally {
    await server.stop();
  }
}
