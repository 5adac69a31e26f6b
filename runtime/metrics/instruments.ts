import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** All that is counted and measured in this process. Metrics are declared beside what they tell of, once. */
export const registry = new Registry();

/** What is known of a metric without its numbers. */
export interface Metric {
  name: string;
  type: 'counter' | 'gauge' | 'histogram';
  help: string;
  labels: readonly string[];
}

const all: Metric[] = [];

/** The metrics that were declared so far. */
export const declaredMetrics = (): readonly Metric[] => [...all];

function declare<Label extends string>(
  type: Metric['type'],
  shortName: string,
  help: string,
  labels: readonly Label[],
) {
  const name = `bookstore_${shortName}`;
  all.push({ name, type, help, labels });
  return { name, help, labelNames: [...labels], registers: [registry] };
}

/** A number that only grows; its name ends with _total. */
export const counter = <Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[] = [],
): Counter<Label> => new Counter(declare('counter', name, help, labels));

/** A number as it is now. */
export const gauge = <Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[] = [],
): Gauge<Label> => new Gauge(declare('gauge', name, help, labels));

/** How long things took; its name ends with _seconds, and its buckets are in seconds. */
export const histogram = <Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[],
  buckets: readonly number[] = requestBuckets,
): Histogram<Label> => new Histogram({ ...declare('histogram', name, help, labels), buckets: [...buckets] });

/** For what somebody waits for: up to the five seconds that a request may take. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
