import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** All that is counted and measured in this process. Metrics are declared beside what they tell of, once. */
export const registry = new Registry();

const about = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) => ({
  name: `bookstore_${name}`,
  help,
  labelNames: [...labelNames],
  registers: [registry],
});

/** A number that only grows; its name ends with _total. */
export const counter = <Label extends string = never>(
  name: string,
  help: string,
  labelNames: readonly Label[] = [],
): Counter<Label> => new Counter(about(name, help, labelNames));

/** A number as it is now. */
export const gauge = <Label extends string = never>(
  name: string,
  help: string,
  labelNames: readonly Label[] = [],
): Gauge<Label> => new Gauge(about(name, help, labelNames));

/** How long things took; its name ends with _seconds, as do its buckets. */
export const histogram = <Label extends string = never>(
  name: string,
  help: string,
  labelNames: readonly Label[],
  buckets: readonly number[] = requestBuckets,
): Histogram<Label> => new Histogram({ ...about(name, help, labelNames), buckets: [...buckets] });

/** For what somebody waits for: up to the five seconds that a request may take. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
