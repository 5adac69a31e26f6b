import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { FetchesInFlight } from './fetches-in-flight.ts';

const soon = () => performance.now() + 5_000;

/** A subgraph that answers when it is told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<{ data: { books: { id: string }[] } }>();
  let asked = 0;
  return {
    ask: () => {
      asked += 1;
      return promise;
    },
    answer: (id: string) => resolve({ data: { books: [{ id }] } }),
    fail: () => reject(new Error('down')),
    asked: () => asked,
  };
}

const at = async (answer: Promise<{ data?: Record<string, unknown> | null }>) => (await answer).data;

describe('fetches in flight', () => {
  test('who asks the same at the same time shares the answer, and may change it', async () => {
    const inFlight = new FetchesInFlight(1_000);
    const subgraph = held();
    const answers = ['k', 'k', 'k', 'other'].map(key => inFlight.share(key, soon(), subgraph.ask));
    subgraph.answer('b1');
    const all = await Promise.all(answers);
    expect(subgraph.asked()).toBe(2);
    expect(all.map(({ data }) => data)).toEqual(all.map(() => ({ books: [{ id: 'b1' }] })));
    const same = all.slice(0, 3).map(({ data }) => data?.books);
    expect(new Set(same).size).toBe(3);
  });

  test('who asks later asks anew', async () => {
    const inFlight = new FetchesInFlight(1_000);
    const [first, second] = [held(), held()];
    const begun = inFlight.share('k', soon(), first.ask);
    first.answer('b1');
    await begun;
    second.answer('b2');
    expect(await at(inFlight.share('k', soon(), second.ask))).toEqual({ books: [{ id: 'b2' }] });
  });

  test('after a mutation nobody joins what was asked before it', async () => {
    const inFlight = new FetchesInFlight(1_000);
    const [before, after] = [held(), held()];
    const stale = inFlight.share('k', soon(), before.ask);
    inFlight.forget();
    const fresh = inFlight.share('k', soon(), after.ask);
    const third = inFlight.share('k', soon(), before.ask);
    after.answer('new');
    expect(await at(fresh)).toEqual({ books: [{ id: 'new' }] });
    expect(await at(third)).toEqual({ books: [{ id: 'new' }] });
    before.answer('old');
    expect(await at(stale)).toEqual({ books: [{ id: 'old' }] });
    expect([before.asked(), after.asked()]).toEqual([1, 1]);
  });

  test('a failure is not shared: the others ask by themselves', async () => {
    const inFlight = new FetchesInFlight(1_000);
    const [broken, sound] = [held(), held()];
    const first = inFlight.share('k', soon(), broken.ask);
    const second = inFlight.share('k', soon(), sound.ask);
    broken.fail();
    sound.answer('b1');
    await expect(first).rejects.toThrow('down');
    expect(await at(second)).toEqual({ books: [{ id: 'b1' }] });
  });

  test('who waits in vain asks by itself, and the first one goes on waiting', async () => {
    const inFlight = new FetchesInFlight(50);
    const [hung, sound] = [held(), held()];
    const first = inFlight.share('k', soon(), hung.ask);
    const second = inFlight.share('k', soon(), sound.ask);
    sound.answer('b1');
    expect(await at(second)).toEqual({ books: [{ id: 'b1' }] });
    hung.answer('late');
    expect(await at(first)).toEqual({ books: [{ id: 'late' }] });
  });

  test('one whose time is over does not wait for another, and does not end what another waits for', async () => {
    const inFlight = new FetchesInFlight(10_000);
    const [hung, own] = [held(), held()];
    const first = inFlight.share('k', soon(), hung.ask);
    const began = performance.now();
    own.answer('own');
    expect(await at(inFlight.share('k', performance.now() + 30, own.ask))).toEqual({
      books: [{ id: 'own' }],
    });
    expect(performance.now() - began).toBeLessThan(5_000);
    hung.answer('b1');
    expect(await at(first)).toEqual({ books: [{ id: 'b1' }] });
  });

  test('what takes long already is not joined', async () => {
    const inFlight = new FetchesInFlight(20);
    const [old, fresh] = [held(), held()];
    const first = inFlight.share('k', soon(), old.ask);
    await delay(40);
    fresh.answer('fresh');
    const began = performance.now();
    expect(await at(inFlight.share('k', soon(), fresh.ask))).toEqual({ books: [{ id: 'fresh' }] });
    expect(performance.now() - began).toBeLessThan(1_000);
    old.answer('old');
    await first;
  });
});
