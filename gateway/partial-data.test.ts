import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import type { Answer } from '../testing/graphql-client.ts';
import { operations, type Scene, setScene } from '../testing/main-operations.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';

type OperationName = keyof typeof operations;
/** All that was asked for; some of it null and SERVICE_UNAVAILABLE said; or nothing but SERVICE_UNAVAILABLE. */
type Outcome = 'whole' | 'partial' | 'refused';

/** What becomes of each operation while a subgraph is down or hangs. */
const table: Record<OperationName, Record<SubgraphName, Outcome>> = {
  newest: { auth: 'partial', catalog: 'refused', purchase: 'whole' },
  search: { auth: 'whole', catalog: 'refused', purchase: 'whole' },
  book: { auth: 'partial', catalog: 'refused', purchase: 'whole' },
  me: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  user: { auth: 'refused', catalog: 'partial', purchase: 'whole' },
  register: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  login: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  refreshTokens: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  publish: { auth: 'whole', catalog: 'refused', purchase: 'whole' },
  update: { auth: 'whole', catalog: 'refused', purchase: 'whole' },
  providers: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  purchase: { auth: 'whole', catalog: 'refused', purchase: 'refused' },
  chooseDelivery: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  // With catalog down the payment is begun, and is finished when catalog is back.
  pay: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  ship: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  ownPurchases: { auth: 'refused', catalog: 'partial', purchase: 'partial' },
  onePurchase: { auth: 'partial', catalog: 'partial', purchase: 'refused' },
};

const requestMilliseconds = 8_000;
const recoveryMilliseconds = 3_000;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  const settings = {
    SUBGRAPH_TIMEOUT_MS: '3000',
    SISTER_TIMEOUT_MS: '1500',
    REQUEST_TIMEOUT_MS: String(requestMilliseconds),
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

/** Waits until the whole store answers again, for three seconds at the most. */
async function expectWholeSoon(): Promise<void> {
  const deadline = performance.now() + recoveryMilliseconds;
  for (;;) {
    const scene = await setScene(store).catch(() => undefined);
    const { answers } = scene ? await outcomes(scene) : { answers: undefined };
    const became = Object.values(answers ?? {}).map(outcomeOf);
    if (became.length > 0 && became.every(outcome => outcome === 'whole')) return;
    if (performance.now() > deadline) throw new Error(`not whole again: ${JSON.stringify(answers)}`);
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
      const scene = await setScene(store);
      await faults[how].begin(subgraph);
      const { answers, milliseconds } = await outcomes(scene);
      await faults[how].end(subgraph);
      await expectWholeSoon();

      const became = Object.fromEntries(
        Object.entries(answers).map(([name, answer]) => [name, outcomeOf(answer)]),
      );
      const expected = Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row[subgraph]]));
      expect([became, answers]).toEqual([expected, answers]);
      expect(milliseconds).toBeLessThan(requestMilliseconds + 1_000);
    },
  );
});
