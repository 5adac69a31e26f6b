import type { DatabaseServer } from '../../deploy/local/database-server.ts';
import { installDependenciesOf } from '../../deploy/local/install-dependencies.mjs';
import { type Filling, keptStore } from './fill/kept-store.ts';
import { storeFolder as folder, writeFast } from './open-server.ts';
import { startBareShop } from './shops/bare-shop.ts';
import { type OurShop, startOurShop } from './shops/our-shop.ts';
import type { Shop } from './shops/shop.ts';
import { startVendureShop, type VendureShop } from './shops/vendure-shop.ts';
import { shopNames } from './store-parts.ts';

/** As many as the peer has too. */
export const fewBooks = 10_000;

const sellers = 200;

/** What the stores of the bench are filled with. */
export interface Amounts {
  books?: string | undefined;
  users: number;
  purchases: number;
}

/** Starts shops on one database server, and stops them all at the end. */
export class ShopStarter {
  readonly #server: DatabaseServer;
  readonly #amounts: Amounts;
  readonly #running: Shop[] = [];

  constructor(server: DatabaseServer, amounts: Amounts) {
    this.#server = server;
    this.#amounts = amounts;
  }

  /** Our store with so many books; with replicas of every process behind NGINX where they are asked for. */
  async ours(options: { name?: string; books?: number; replicas?: number } = {}): Promise<OurShop> {
    const { name = shopNames.ours, books = fewBooks, replicas } = options;
    const { adminUrl } = this.#server;
    const urls = await writeFast(adminUrl, () =>
      keptStore({ adminUrl, folder }, books === fewBooks ? 'few' : 'many', this.#filling(books)),
    );
    const server = this.#server;
    return this.#keep(
      await startOurShop({ name, server, urls, folder, ...(replicas !== undefined && { replicas }) }),
    );
  }

  /** Vendure with the books of our store. */
  async vendure(ours: OurShop): Promise<VendureShop> {
    await installDependenciesOf('bench/peers');
    const filling = this.#filling(fewBooks);
    return this.#keep(await startVendureShop({ server: this.#server, urls: ours.urls, folder, filling }));
  }

  /** The bare server over the databases of our store. */
  async bare(ours: OurShop): Promise<Shop> {
    return this.#keep(await startBareShop({ server: this.#server, ours, folder }));
  }

  async stop(): Promise<void> {
    for (const shop of this.#running.splice(0).reverse()) await shop.stop();
  }

  #keep<Started extends Shop>(shop: Started): Started {
    this.#running.push(shop);
    return shop;
  }

  #filling(count: number): Filling {
    const { books: file, users, purchases } = this.#amounts;
    return { catalogue: { file, count }, users, sellers, purchases };
  }
}
