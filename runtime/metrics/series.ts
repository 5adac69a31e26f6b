import type { Counter, Histogram, LabelValues } from 'prom-client';

/** So many times are kept until a histogram is told of them. */
const most = 256;

const series: { tell(): void }[] = [];

/** Tells counters and histograms what was noted of their series since. Whoever reads them calls it first. */
export function tellSeries(): void {
  for (const each of series) each.tell();
}

/**
 * One series of a counter, from zero on. prom-client puts the labels of a series together at each call, which costs more than
 * the rest of it: what is counted at each request is told when somebody reads, all at once.
 */
export class CountedSeries<Label extends string> {
  readonly #counter: Counter<Label>;
  readonly #labels: LabelValues<Label>;
  #untold = 0;

  constructor(counter: Counter<Label>, labels: LabelValues<Label>) {
    this.#counter = counter;
    this.#labels = labels;
    counter.inc(labels, 0);
    series.push(this);
  }

  inc(): void {
    this.#untold += 1;
  }

  tell(): void {
    this.#counter.inc(this.#labels, this.#untold);
    this.#untold = 0;
  }
}

/** One series of a histogram; told of many times in a row, prom-client takes a fraction of the time. */
export class TimedSeries<Label extends string> {
  readonly #histogram: Histogram<Label>;
  readonly #labels: LabelValues<Label>;
  #untold: number[] = [];

  constructor(histogram: Histogram<Label>, labels: LabelValues<Label>) {
    this.#histogram = histogram;
    this.#labels = labels;
    series.push(this);
  }

  observe(seconds: number): void {
    this.#untold.push(seconds);
    if (this.#untold.length === most) this.tell();
  }

  tell(): void {
    const untold = this.#untold;
    this.#untold = [];
    for (const seconds of untold) this.#histogram.observe(this.#labels, seconds);
  }
}
