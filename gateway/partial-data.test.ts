import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import type { Answer } from '../testing/graphql-client.ts';
import { operations, type Scene, setScene } from '../testing/main-operations.ts';
import { publishBook } from '../testing/operations.ts';
import { type Outcome, partDownTable } from '../testing/part-down-table.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { untilAnswered } from '../testing/until-answered.ts';
import { StoreUser } from '../testing/use-store.ts';

const requestMilliseconds = 8_000;
const recoveryMilliseconds = 3_000;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  const settings = {
    SUBGRAPH_TIMEOUT_MS: '3000',
    SISTER_TIMEOUT_MS: '1500',
    REQUEST_TIMEOUT_MS: String(requestMilliseconds),
    // The gateway waits twice as long for a picture.
    COVER_TIMEOUT_MS: '5000',
  };
  running = await startTestStore('partial', { settings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  for (const name of subgraphs) running.process(name).signal('SIGCONT');
  await running.stop();
});

type Fields = Record<string, unknown>;

function outcomeOf({ data, errors }: Answer<Record<string, Fields | null>>): Outcome | 'wrong' {
  const roots = Object.values(data ?? {});
  if (errors.some(({ extensions }) => extensions.code !== 'SERVICE_UNAVAILABLE')) return 'wrong';
  if (roots.some(root => Array.isArray(root?.userErrors) && root.userErrors.length > 0)) return 'wrong';
  if (errors.length === 0) return 'whole';
  return roots.some(root => root !== null) ? 'partial' : 'refused';
}

/** Sends all operations at once; what becomes of each, and how long the longest takes. */
async function outcomes(scene: Scene) {
  const began = performance.now();
  const sent = Object.entries(operations).map(async ([name, [document, sender, variables]]) => {
    const answer = await sender(scene).send<Record<string, Fields | null>>(document, variables(scene));
    return [name, answer] as const;
  });
  const answers = Object.fromEntries(await Promise.all(sent));
  return { answers, milliseconds: performance.now() - began };
}

/** Paths of a book's picture: in a size in which it was shown, and in one in which it must be drawn. */
interface Covers {
  shown: string;
  fresh: string;
}

/** How the gateway answers to a picture. */
async function statusOf(path: string): Promise<number> {
  const response = await fetch(`${store.nobody().url}${path}`, { headers: { accept: 'image/webp' } });
  await response.arrayBuffer();
  return response.status;
}

/** A book whose picture was shown in one size. */
async function showCover({ seller }: Scene): Promise<Covers> {
  const id = await publishBook(seller.client, { title: `La vorágine ${randomUUID()}` });
  const { book } = await store
    .nobody()
    .ask<{ book: { cover: Covers } }>(
      'query($id: ID!) { book(id: $id) { cover { shown: url(width: 240) fresh: url(width: 480) } } }',
      { id },
    );
  await untilAnswered(async () => {
    const status = await statusOf(book.cover.shown);
    if (status !== 200) throw new Error(`${status} for a picture`);
  });
  return book.cover;
}

/** What becomes of both. */
async function coversOutcome({ shown, fresh }: Covers): Promise<Outcome | 'wrong'> {
  const statuses = await Promise.all([shown, fresh].map(statusOf));
  const outcomes: Record<string, Outcome> = {
    '200 200': 'whole',
    '200 503': 'partial',
    '503 503': 'refused',
  };
  return outcomes[statuses.join(' ')] ?? 'wrong';
}

/** Waits until the whole store answers again: to everything that is asked from three seconds on, at the latest. */
async function expectWholeSoon(): Promise<void> {
  const deadline = performance.now() + recoveryMilliseconds;
  for (;;) {
    const isLast = performance.now() > deadline;
    const scene = await setScene(store).catch(() => undefined);
    const { answers } = scene ? await outcomes(scene) : { answers: undefined };
    const became = Object.values(answers ?? {}).map(outcomeOf);
    if (became.length > 0 && became.every(outcome => outcome === 'whole')) return;
    if (isLast) throw new Error(`not whole again: ${JSON.stringify(answers)}`);
  }
}

const faults = {
  down: {
    begin: (name: SubgraphName) => running.process(name).stop('SIGKILL'),
    end: (name: SubgraphName) => running.process(name).restart(),
  },
  hung: {
    begin: async (name: SubgraphName) => running.process(name).signal('SIGSTOP'),
    end: async (name: SubgraphName) => running.process(name).signal('SIGCONT'),
  },
};

describe.each(subgraphs)('without %s', subgraph => {
  test.each(['down', 'hung'] as const)(
    '%s: the others go on, and it is used again when it is back',
    async how => {
      const scene = await untilAnswered(() => setScene(store));
      const paths = await showCover(scene);
      await faults[how].begin(subgraph);
      const [{ answers, milliseconds }, covers] = await Promise.all([outcomes(scene), coversOutcome(paths)]);
      await faults[how].end(subgraph);
      await expectWholeSoon();

      const told = Object.entries(answers).map(([name, answer]) => [name, outcomeOf(answer)]);
      const became = { ...Object.fromEntries(told), covers };
      const expected = Object.fromEntries(
        Object.entries(partDownTable).map(([name, row]) => [name, row[subgraph]]),
      );
      expect([became, answers]).toEqual([expected, answers]);
      expect(milliseconds).toBeLessThan(requestMilliseconds + 1_000);
    },
  );
});
