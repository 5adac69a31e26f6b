import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { collectDefaultMetrics } from 'prom-client';
import { z } from 'zod';
import { beforeScrape } from './before-scrape.ts';
import { gauge, registry } from './instruments.ts';

const build = gauge('build_info', 'Always 1; the labels tell what runs.', ['version', 'node']);
const utilization = gauge(
  'event_loop_utilization_ratio',
  'How much of the time since the last scrape the process was busy: from 0 to 1.',
);

const packageFile = new URL('../../package.json', import.meta.url);

/** The version of this store. */
export const version = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8'))).version;

/** Starts to measure the process itself: its CPU, memory, event loop, and what prom-client tells beside them. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: registry });
  build.set({ version: version(), node: process.versions.node }, 1);
  let last = performance.eventLoopUtilization();
  beforeScrape([utilization], () => {
    const now = performance.eventLoopUtilization();
    utilization.set(performance.eventLoopUtilization(now, last).utilization);
    last = now;
  });
}
