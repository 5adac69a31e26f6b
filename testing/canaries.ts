import { randomBytes, randomInt } from 'node:crypto';

/**
 * Strings that are nowhere else in the world, planted where something secret or personal is asked for, and looked for
 * elsewhere.
 */
export class Canaries {
  readonly #planted = new Map<string, string>();

  /** A new one; by its name it is told from the others where it is found. */
  plant(name: string): string {
    return this.know(name, `${name.replaceAll(' ', '-')}${randomBytes(6).toString('hex')}`);
  }

  /** A new one that looks like the number of a card. */
  plantCard(name: string): string {
    return this.know(name, `4${Array.from({ length: 15 }, () => randomInt(10)).join('')}`);
  }

  /** What the store itself has made up and must not show either, such as a token. */
  know(name: string, value: string): string {
    if (value.length < 12) throw new Error(`${name} is too short to be looked for: ${value}`);
    this.#planted.set(name, value);
    return value;
  }

  /** The names of those that stand in a text, as they are or as an address has them. */
  in(text: string): string[] {
    return [...this.#planted]
      .filter(([, value]) => text.includes(value) || text.includes(encodeURIComponent(value)))
      .map(([name]) => name);
  }

  get size(): number {
    return this.#planted.size;
  }
}
