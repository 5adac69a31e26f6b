import { explain } from '../../deploy/local/explain.ts';
import { installDependenciesOf } from '../../deploy/local/install-dependencies.mjs';
import { ensureForTests } from '../../deploy/local/install-for-tests.ts';
import { loadDemo } from '../../seed/load-demo.ts';
import { openStore } from '../../seed/store-client.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { GraphqlClient } from '../../testing/graphql-client.ts';
import { median } from '../../testing/median.ts';
import { withOwnStore } from '../own-store.ts';
import { type Audit, audit, categories } from './audit.ts';

// The command `npm run lighthouse`: what Google's Lighthouse says of the shop's public pages, in the middle of three runs, on
// a store of its own with the demo's books. Exits 1 where a page is below its mark.

const marks = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 95 };
const runs = 3;

/** The addresses of the front page, the catalogue and the first book in it. */
async function pagesOf(origin: string): Promise<string[]> {
  const { books } = await new GraphqlClient(origin).ask<{ books: { nodes: { id: string }[] } }>(
    '{ books(first: 1) { nodes { id } } }',
  );
  return ['/', '/books', ...books.nodes.map(({ id }) => `/books/${id}`)].map(path => `${origin}${path}`);
}

/** Whether a page reaches its marks. */
async function judge(url: string, browser: string): Promise<boolean> {
  const audits: Audit[] = [];
  for (let turn = 0; turn < runs; turn += 1) audits.push(await audit(url, browser));
  const scores = categories.map(name => ({
    name,
    score: median(audits.map(({ scores: all }) => all[name])),
  }));
  const isSound = scores.every(({ name, score }) => score >= marks[name]);
  console.log(
    `${isSound ? '✓' : '✗'} ${new URL(url).pathname}: ${scores.map(({ name, score }) => `${name} ${score}`).join(', ')}`,
  );
  for (const shortcoming of new Set(audits.flatMap(({ shortcomings }) => shortcomings)))
    console.log(`    ${shortcoming}`);
  return isSound;
}

async function main(): Promise<void> {
  await ensureForTests('Chromium');
  const browser = browserProgram();
  if (!browser) throw new Error('There is no Chromium or Chrome on this machine: install one.');
  await installDependenciesOf('load/lighthouse');
  const settings = { NODE_ENV: 'production', PLAYGROUND: 'false', LOG_LEVEL: 'warn' };
  await withOwnStore('lighthouse', { settings }, async ({ description }) => {
    const [origin = ''] = description.gatewayUrls;
    await loadDemo(openStore(origin));
    for (const url of await pagesOf(origin)) if (!(await judge(url, browser))) process.exitCode = 1;
  });
}

await main().catch(error => {
  console.error(explain(error));
  process.exitCode = 1;
});
