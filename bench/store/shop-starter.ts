import type { DatabaseServer } from '../../deploy/local/database-server.ts';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { installDependenciesOf } from '../../deploy/local/install-dependencies.mjs';
import { type Filling, keptStore } from './fill/kept-store.ts';
import { storeFolder as folder, writeFast } from './open-server.ts';
import { startBareShop } from './shops/bare-shop.ts';
import { type OurShop, startOurShop } from './shops/our-shop.ts';
import type { Shop } from './shops/shop.ts';
import { fillVendure } from './shops/vendure-place.ts';
import { startVendureShop, type VendureShop } from './shops/vendure-shop.ts';
import { shopNames } from './store-parts.ts';

/** As many as the issue names; a store of another number has databases of its own, so that a quick look costs nobody a filling. */
const usualFew = 10_000;

const sellers = 200;

/** What the stores of the bench are filled with. */
export interface Amounts {
  books?: string | undefined;
  /** How many books the ordinary store has, and the peer too. */
  few: number;
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

  /** The databases of a store of ours with so many books, filled; another such store's where it is to be apart. */
  fill(books: number, isApart = false): Promise<DatabaseUrls> {
    const { adminUrl } = this.#server;
    const name = this.#nameOf(books, isApart);
    return writeFast(adminUrl, () => keptStore({ adminUrl, folder }, name, this.#filling(books)));
  }

  /** Vendure's database with the books of such a store, filled. */
  async fillVendure(urls: DatabaseUrls): Promise<void> {
    await installDependenciesOf('bench/peers');
    await fillVendure(this.#server, { urls, folder, filling: this.#filling(this.#amounts.few) });
  }

  /**
   * Our store with so many books; with replicas of every process behind NGINX where they are asked for; apart from others of as
   * many books, where neither is to do what the other one's workers would.
   */
  async ours(
    options: { name?: string; books?: number; replicas?: number; isApart?: boolean } = {},
  ): Promise<OurShop> {
    const { name = shopNames.ours, books = this.#amounts.few, replicas, isApart } = options;
    const urls = await this.fill(books, isApart);
    const server = this.#server;
    return this.#keep(
      await startOurShop({ name, server, urls, folder, ...(replicas !== undefined && { replicas }) }),
    );
  }

  /** Vendure with the books of our store. */
  async vendure(ours: OurShop): Promise<VendureShop> {
    await this.fillVendure(ours.urls);
    return this.#keep(await startVendureShop({ server: this.#server, folder, books: this.#amounts.few }));
  }

  /** The bare server over the databases of our store. */
  async bare(ours: OurShop): Promise<Shop> {
    return this.#keep(await startBareShop({ server: this.#server, ours, folder }));
  }

  /** Rejects with the first that does not stop, once the others have. */
  async stop(): Promise<void> {
    const ended = await Promise.allSettled(
      this.#running
        .splice(0)
        .reverse()
        .map(shop => shop.stop()),
    );
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
  }

  #keep<Started extends Shop>(shop: Started): Started {
    this.#running.push(shop);
    return shop;
  }

  #nameOf(books: number, isApart: boolean): string {
    const { few } = this.#amounts;
    if (books !== few) return 'many';
    const name = isApart ? 'apart' : 'few';
    return few === usualFew ? name : `${name}_${few}`;
  }

  #filling(count: number): Filling {
    const { books: file, users, purchases } = this.#amounts;
    return { catalogue: { file, count }, users, sellers, purchases };
  }
}
