import { type FollowedName, followName } from './follow-name.ts';
import { PartDown } from './part-down.ts';
import type { PartOptions } from './part-options.ts';
import { Replica, type ReplicaState } from './replica.ts';

/**
 * The processes that answer at a URL, one for each address that its host has at the moment: those of an ordinary
 * process, of a Swarm service with `endpoint_mode: dnsrr`, of a headless service of Kubernetes. Whoever asks gets the
 * one that has the least to do, in turn where several have as little.
 */
export class Replicas {
  readonly #options: PartOptions;
  readonly #replicas = new Map<string, Replica>();
  readonly #name: FollowedName;
  #turn = 0;

  constructor(options: PartOptions) {
    this.#options = options;
    const host = new URL(options.url).hostname.replace(/^\[|\]$/g, '');
    this.#name = followName(host, addresses => this.#change(addresses));
  }

  get states(): ReplicaState[] {
    return Array.from(this.#replicas.values(), ({ state }) => state);
  }

  /** The one that there is; undefined where there are several, or none. */
  get only(): Replica | undefined {
    if (this.#replicas.size !== 1) return undefined;
    const [only] = this.#replicas.values();
    return only;
  }

  /**
   * One that is not left alone, where there is one; another one than `except`, where there are several. Rejects with
   * PartDown when the name leads nowhere.
   */
  async choose(except?: Replica): Promise<Replica> {
    if (this.#replicas.size === 0) await this.look();
    const all = [...this.#replicas.values()];
    const others = all.filter(replica => replica !== except);
    if (others.length > 1) for (const replica of others) replica.lookAfter();
    const well = others.filter(replica => !replica.isLeftAlone);
    const chosen = [well, others, all].map(each => this.#leastLoaded(each)).find(Boolean);
    if (!chosen) throw new PartDown('refused', `nothing is found at ${this.#options.url}`);
    return chosen;
  }

  /** Finds out at once where they are now; where that cannot be told, they are where they were. */
  async look(): Promise<void> {
    await this.#name.look().catch(() => undefined);
  }

  /** Resolves when one of them says that it is alive; rejects after a second. */
  async isAlive(): Promise<void> {
    if (this.#replicas.size === 0) await this.look();
    await Promise.any(Array.from(this.#replicas.values(), replica => replica.isAlive()));
  }

  /** Resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#name.stop();
    await Promise.all(Array.from(this.#replicas.values(), replica => replica.close()));
  }

  #leastLoaded(replicas: readonly Replica[]): Replica | undefined {
    this.#turn += 1;
    const inTurn = replicas.map((_, index) => replicas[(index + this.#turn) % replicas.length]);
    return inTurn.reduce(
      (least, each) => (least && each && each.load >= least.load ? least : each),
      undefined,
    );
  }

  #change(addresses: ReadonlySet<string>): void {
    for (const [address, replica] of this.#replicas) {
      if (addresses.has(address)) continue;
      this.#replicas.delete(address);
      replica.close().catch(() => undefined);
    }
    for (const address of addresses)
      if (!this.#replicas.has(address))
        this.#replicas.set(address, new Replica({ ...this.#options, address }));
  }
}
