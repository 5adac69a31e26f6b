import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const program = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url));
const patienceMilliseconds = 120_000;
const mostBytes = 64 * 1024 * 1024;

/** What Lighthouse judges a page by. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const score = z.number().nullable();
const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.enum(categories), z.object({ score })),
  audits: z.record(z.string(), z.object({ title: z.string(), score, displayValue: z.string().optional() })),
});

export interface Audit {
  /** 0 to 100. */
  scores: Record<(typeof categories)[number], number>;
  /** The titles of what could be better, with figures where it has any. */
  shortcomings: string[];
}

/**
 * What Lighthouse says of a page as it is by default: a telephone on a slow network, its processor four times slower than this
 * machine's. Throws when the page cannot be judged.
 */
export async function audit(url: string, browser: string): Promise<Audit> {
  const { stdout } = await run(
    process.execPath,
    [program, url, '--output=json', '--quiet', '--chrome-flags=--headless=new --no-sandbox --disable-gpu'],
    { env: { ...process.env, CHROME_PATH: browser }, timeout: patienceMilliseconds, maxBuffer: mostBytes },
  );
  const told = report.parse(JSON.parse(stdout));
  if (told.runtimeError) throw new Error(`Lighthouse cannot judge ${url}: ${told.runtimeError.message}`);
  const hundredths = (name: (typeof categories)[number]) =>
    Math.round((told.categories[name].score ?? 0) * 100);
  return {
    scores: {
      performance: hundredths('performance'),
      accessibility: hundredths('accessibility'),
      'best-practices': hundredths('best-practices'),
      seo: hundredths('seo'),
    },
    shortcomings: Object.values(told.audits)
      .filter(({ score: of }) => of !== null && of < 0.9)
      .map(({ title, displayValue }) => (displayValue ? `${title}: ${displayValue}` : title)),
  };
}
