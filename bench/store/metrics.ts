interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const line = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const label = /(\w+)="((?:[^"\\]|\\.)*)"/g;

function samplesIn(text: string): Sample[] {
  return text.split('\n').flatMap(each => {
    const [, name, labels = '', value] = line.exec(each) ?? [];
    if (name === undefined) return [];
    const named = Array.from(labels.matchAll(label), ([, key = '', word = '']) => [key, word] as const);
    return [{ name, labels: Object.fromEntries(named), value: Number(value) }];
  });
}

async function textAt(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`Port ${port} answered HTTP ${response.status} to GET /metrics.`);
  return response.text();
}

/** What some processes have counted, in Prometheus's text format, at a moment. */
export class Metrics {
  readonly #samples: readonly Sample[];

  private constructor(samples: readonly Sample[]) {
    this.#samples = samples;
  }

  /** What processes have told, a text each. */
  static of(...texts: string[]): Metrics {
    return new Metrics(texts.flatMap(samplesIn));
  }

  /** What the processes that tell metrics at these ports have counted by now. */
  static async at(ports: readonly number[]): Promise<Metrics> {
    return Metrics.of(...(await Promise.all(ports.map(textAt))));
  }

  /** A metric over all processes and labels. */
  sum(name: string): number {
    return this.#of(name).reduce((total, { value }) => total + value, 0);
  }

  /** How many of the things that a histogram measures took at most so long, by the upper bounds of its buckets, in seconds. */
  buckets(name: string): Map<number, number> {
    const counts = new Map<number, number>();
    for (const { labels, value } of this.#of(`${name}_bucket`)) {
      const bound = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le);
      counts.set(bound, (counts.get(bound) ?? 0) + value);
    }
    return counts;
  }

  #of(name: string): readonly Sample[] {
    return this.#samples.filter(sample => sample.name === name);
  }
}

/** The upper bound, in milliseconds, of the bucket in which 99 % of what a histogram measured between two moments lie. */
export function p99Between(before: Metrics, after: Metrics, name: string): number {
  const [first, last] = [before.buckets(name), after.buckets(name)];
  const counts = [...last].map(([bound, value]) => ({ bound, count: value - (first.get(bound) ?? 0) }));
  const all = Math.max(0, ...counts.map(({ count }) => count));
  const bounds = counts.filter(({ count }) => count >= 0.99 * all).map(({ bound }) => bound);
  return all === 0 ? Number.NaN : 1000 * Math.min(...bounds);
}
