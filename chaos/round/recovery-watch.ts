import type { Fault } from '../plan/plan-faults.ts';

/** How long the store took to work again after a fault had ended. */
export interface Recovery {
  fault: string;
  milliseconds: number;
}

/** A fault that has ended, and the store has not been seen to work since. */
interface Over {
  /** From when its recovery is measured. */
  from: number;
  /** Others in whose time nobody can ask the store to work, by name. */
  meanwhile: Set<string>;
}

/**
 * Measures how soon the store works again after each fault. Where the store does not work before, a fault is measured
 * from the end of those that lasted when it ended, and of a pause or a cut that began later; a later kill is over in
 * a moment and excuses no earlier fault. All times by one clock, in milliseconds.
 */
export class RecoveryWatch {
  readonly recoveries: Recovery[] = [];
  readonly #lasting = new Set<string>();
  readonly #over = new Map<string, Over>();

  begins(fault: string, kind: Fault['kind']): void {
    this.#lasting.add(fault);
    if (kind === 'kill') return;
    for (const { meanwhile } of this.#over.values()) meanwhile.add(fault);
  }

  ends(fault: string, now: number): void {
    this.#lasting.delete(fault);
    for (const over of this.#over.values()) if (over.meanwhile.has(fault)) over.from = now;
    this.#over.set(fault, { from: now, meanwhile: new Set(this.#lasting) });
  }

  /** Whether there are faults that have ended and that the store has not been seen to work after. */
  get isWaiting(): boolean {
    return this.#over.size > 0;
  }

  /** The store was asked after `askedAt` and has worked, in all its parts. */
  works(askedAt: number, now: number): void {
    for (const [fault, { from }] of this.#over) {
      if (askedAt < from) continue;
      this.recoveries.push({ fault, milliseconds: now - from });
      this.#over.delete(fault);
    }
  }

  /** The faults that the store has not recovered from. */
  get unrecovered(): string[] {
    return [...this.#over.keys()];
  }
}
