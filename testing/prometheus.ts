import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { endProcess } from '../deploy/local/end-process.ts';
import { freePort } from '../deploy/local/free-port.ts';
import { places } from '../deploy/local/places.ts';
import { spawnInFolder } from './broker-process.ts';
import { prometheusPrograms } from './prometheus-program.ts';

const patienceMilliseconds = 60_000;
const monitoring = join(import.meta.dirname, '..', 'deploy', 'monitoring');

const configuration = z.looseObject({
  scrape_configs: z.array(z.looseObject({ job_name: z.string() })),
});

const answer = z.object({
  data: z.object({
    result: z.array(
      z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) }),
    ),
  }),
});

/** One number that Prometheus has: its labels, and the value. */
export interface Sample {
  labels: Record<string, string>;
  value: number;
}

export interface Prometheus {
  /** What a query gives now. */
  query(expression: string): Promise<Sample[]>;
  stop(): Promise<void>;
}

/** The store's own configuration, but that it scrapes each second, and where these ports are. */
function configurationFor(ports: Record<string, readonly number[]>): object {
  const { scrape_configs, ...rest } = configuration.parse(
    parse(readFileSync(join(monitoring, 'prometheus.yml'), 'utf8')),
  );
  return {
    ...rest,
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: [join(monitoring, 'rules', '*.yml')],
    scrape_configs: scrape_configs.map(({ job_name }) => ({
      job_name,
      static_configs: [{ targets: (ports[job_name] ?? []).map(port => `127.0.0.1:${port}`) }],
    })),
  };
}

/** Starts a Prometheus with the store's configuration and rules, over processes that tell metrics at these ports, by job. */
export async function startPrometheus(
  name: string,
  ports: Record<string, readonly number[]>,
): Promise<Prometheus> {
  const programs = prometheusPrograms();
  if (!programs) throw new Error('There is no Prometheus on this machine: install the package prometheus.');
  const folder = join(places.data, 'test', `prometheus-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(configurationFor(ports)));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { record } = spawnInFolder(
    programs.prometheus,
    ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=127.0.0.1:${port}`],
    folder,
    {},
  );
  for (const deadline = Date.now() + patienceMilliseconds; ; await delay(100)) {
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
    if (Date.now() > deadline) throw new Error(`Prometheus does not start: see ${folder}/output.log`);
  }
  return {
    async query(expression) {
      const response = await fetch(`${url}/api/v1/query?query=${encodeURIComponent(expression)}`);
      const body = await response.text();
      if (!response.ok) throw new Error(`${expression}\n${body}`);
      const { result } = answer.parse(JSON.parse(body)).data;
      return result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
    },
    async stop() {
      await endProcess(record, 10_000);
    },
  };
}
