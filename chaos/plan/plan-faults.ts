import type { ServiceName } from '../../runtime/services.ts';
import { pickWeighted, type Random } from '../../seed/random.ts';
import type { CutMode } from '../store/link.ts';
import { type LinkEnd, linkEnds, partNames, replicas } from '../store/parts.ts';
import { chance, pick, wholeNumber } from './draw.ts';

export const pauseMilliseconds = 10_000;
export const cutMilliseconds = 20_000;

/** A mishap of a round. `at`: milliseconds from the moment at which buyers come in. */
export type Fault = { at: number } & (
  | { kind: 'kill' | 'pause'; part: string }
  | { kind: 'cut'; mode: CutMode; from: ServiceName; replicas: readonly number[]; to: LinkEnd }
);

const lasting = { kill: 0, pause: pauseMilliseconds, cut: cutMilliseconds };
const quietMilliseconds = 2_000;
const leastTime = 3_000;

/** Long faults begin early, so that a round's are over when the last people have come in, where these come for long enough. */
const latestBegin = (kind: Fault['kind'], milliseconds: number): number =>
  Math.max(leastTime, milliseconds - lasting[kind] - quietMilliseconds);

const kinds = [
  ['kill', 5],
  ['pause', 3],
  ['cut', 3],
] as const;

function planFault(random: Random, hasBroker: boolean, milliseconds: number): Fault {
  const kind = pickWeighted(random, kinds);
  const at = wholeNumber(random, 500, latestBegin(kind, milliseconds));
  if (kind !== 'cut') return { kind, at, part: pick(random, partNames(hasBroker)) };
  const mode = pick(random, ['refuse', 'hang'] as const);
  const whose = chance(random, 50) ? replicas : [pick(random, replicas)];
  return { kind, at, mode, replicas: whose, ...pick(random, linkEnds(hasBroker)) };
}

const placeOf = (fault: Fault): string => (fault.kind === 'cut' ? `${fault.from} ${fault.to}` : fault.part);

/** One to three faults, each of another part of the store, while people come in for so many milliseconds. */
export function planFaults(random: Random, hasBroker: boolean, milliseconds: number): Fault[] {
  const faults = new Map<string, Fault>();
  const wanted = wholeNumber(random, 1, 3);
  while (faults.size < wanted) {
    const fault = planFault(random, hasBroker, milliseconds);
    faults.set(placeOf(fault), fault);
  }
  return [...faults.values()];
}

/** What happens, in words, such as "kill catalog 2" or "cut purchase 1, 2 → database (hang)". */
export function describeFault(fault: Fault): string {
  if (fault.kind !== 'cut') return `${fault.kind} ${fault.part}`;
  return `cut ${fault.from} ${fault.replicas.join(', ')} → ${fault.to} (${fault.mode})`;
}
