/** How long the store took to work again after a fault had ended. */
export interface Recovery {
  fault: string;
  milliseconds: number;
}

/**
 * Measures how soon the store works again after each fault. A fault that ends while another one lasts is measured
 * from the other one's end, where the store does not work before. All times by one clock, in milliseconds.
 */
export class RecoveryWatch {
  readonly recoveries: Recovery[] = [];
  readonly #lasting = new Set<string>();
  readonly #over = new Map<string, number>();

  begins(fault: string): void {
    this.#lasting.add(fault);
  }

  ends(fault: string, now: number): void {
    this.#lasting.delete(fault);
    this.#over.set(fault, now);
    for (const name of this.#over.keys()) this.#over.set(name, now);
  }

  /** Whether there are faults that have ended and that the store has not been seen to work after. */
  get isWaiting(): boolean {
    return this.#over.size > 0;
  }

  /** The store was asked after `askedAt` and has worked, in all its parts. */
  works(askedAt: number, now: number): void {
    for (const [fault, endedAt] of this.#over) {
      if (askedAt < endedAt) continue;
      this.recoveries.push({ fault, milliseconds: now - endedAt });
      this.#over.delete(fault);
    }
  }

  /** The faults that the store has not recovered from. */
  get unrecovered(): string[] {
    return [...this.#over.keys()];
  }
}
