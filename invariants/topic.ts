import type { Limits, Violation } from './invariants.ts';
import type { Read } from './open-databases.ts';
import type { Scan } from './scan.ts';

/** A kind of thing with everything that must hold for it: how suspects are found cheaply, and judged exactly. */
export interface Topic {
  scans: readonly Scan[];
  /** Suspects that the scans cannot find: a few ids at the most where all is well. */
  more?: (read: Read, limits: Limits) => Promise<string[]>;
  /** What is wrong with these, going by the databases as they are now. */
  judge(read: Read, ids: readonly string[], limits: Limits): Promise<Violation[]>;
}
