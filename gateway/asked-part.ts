import { PartMetrics } from '../runtime/metrics/part-metrics.ts';
import { Part } from '../runtime/part.ts';
import type { PartOptions } from '../runtime/part-options.ts';

/** A part of the store that is asked, and what metrics tell of that. */
export interface AskedPart {
  part: Part;
  metrics: PartMetrics;
}

/** Opens a part; metrics tell of it by this name. */
export function askedPart(name: string, options: PartOptions): AskedPart {
  const part = new Part(options);
  return { part, metrics: new PartMetrics(name, () => part.replicas) };
}
