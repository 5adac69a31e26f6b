import { median } from '../testing/median.ts';
import type { ProcessSample } from './process-sample.ts';

const most = { memoryGrowth: 0.1, descriptors: 10 };

/** What lay in the middle in each tenth of the time; fewer parts where there are fewer samples. */
function middleOfTenths(samples: readonly number[]): number[] {
  const parts = Math.min(10, samples.length);
  const from = (part: number) => Math.floor((part * samples.length) / parts);
  return Array.from({ length: parts }, (_, part) => median(samples.slice(from(part), from(part + 1))));
}

/** By how much the last is more than the first; NaN where there is none. */
const rise = (values: readonly number[]): number => (values.at(-1) ?? Number.NaN) - (values[0] ?? Number.NaN);

/** The same as a part of the first. */
const growth = (values: readonly number[]): number => rise(values) / (values[0] ?? Number.NaN);

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

/**
 * Whether a process holds as much in the end as in the beginning, and what it held, in words. `live` are the megabytes
 * of its heap without garbage, at first and at last; `samples` were taken at equal distances between. Memory, live
 * and resident, may grow by a tenth; what is not known counts as grown.
 */
export function judgeProcess(
  live: readonly number[],
  samples: readonly ProcessSample[],
): { isFlat: boolean; words: string } {
  const resident = middleOfTenths(samples.map(({ megabytes }) => megabytes));
  const descriptors = middleOfTenths(samples.map(sample => sample.descriptors));
  const connections = middleOfTenths(samples.map(sample => sample.connections));
  const isFlat =
    growth(live) <= most.memoryGrowth &&
    growth(resident) <= most.memoryGrowth &&
    rise(descriptors) <= most.descriptors;
  const words = [
    `${live.map(megabytes => megabytes.toFixed(1)).join(' → ')} MB live (${percent(growth(live))})`,
    `${resident.map(Math.round).join(' ')} MB resident (${percent(growth(resident))})`,
    `${descriptors.join(' ')} descriptors`,
    `${connections.join(' ')} connections to it`,
  ].join(', ');
  return { isFlat, words };
}
