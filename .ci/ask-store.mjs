import { setTimeout as delay } from 'node:timers/promises';

// node .ci/ask-store.mjs URL: asks a store for its newest book, as a visitor does. Exit code 1 where it does not answer
// within a minute. Runs on the Node that a machine of GitHub's has, from version 20 on, with nothing installed.

const query = '{ books(first: 1) { nodes { id } } }';
const tries = 12;
const pauseMilliseconds = Number(process.env.PAUSE_SECONDS ?? 5) * 1000;
const patienceMilliseconds = 5_000;

function hasBooks(answer) {
  try {
    return Array.isArray(JSON.parse(answer).data?.books?.nodes);
  } catch {
    return false;
  }
}

/** Nothing where the store answers; else what it says instead. */
async function complaint(url) {
  try {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const answer = await response.text();
    return hasBooks(answer) ? undefined : `${response.status} ${answer}`;
  } catch (error) {
    return [error.message, error.cause?.message].filter(Boolean).join(': ');
  }
}

const url = process.argv[2];
if (!URL.canParse(url ?? '')) {
  console.error('Where is the store? Set STORE_URL, such as https://books.example.org');
  process.exit(2);
}
let last;
for (let i = 0; i < tries; i++) {
  if (i > 0) await delay(pauseMilliseconds);
  last = await complaint(url);
  if (last === undefined) break;
}
if (last === undefined) console.log(`${url} answers.`);
else console.error(`${url} does not answer as a store does: ${last}`);
process.exitCode = last === undefined ? 0 : 1;
