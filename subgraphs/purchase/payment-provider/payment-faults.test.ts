import { afterEach, describe, expect, test } from '@jest/globals';
import { parseSettings } from '../../../runtime/settings.ts';
import { drawFaults } from './draw-faults.ts';
import { FaultyPaymentProvider } from './faulty-payment-provider.ts';
import { paymentFaults } from './payment-faults.ts';
import type { PaymentProvider } from './payment-provider.ts';

const { NODE_ENV = 'test' } = process.env;

afterEach(() => {
  process.env.NODE_ENV = NODE_ENV;
});

const parse = (PAYMENT_FAULTS?: string) =>
  parseSettings({ PAYMENT_FAULTS: paymentFaults }, { PAYMENT_FAULTS });
const none = { error: 0, drop: 0, twice: 0, late: 0, seed: 1 };

describe('PAYMENT_FAULTS', () => {
  test('names shares and a seed; what is not named does not happen', () => {
    expect(parse('drop=0.3, twice=0.1,seed=42')).toEqual({
      settings: { PAYMENT_FAULTS: { ...none, drop: 0.3, twice: 0.1, seed: 42 } },
    });
    expect(parse()).toEqual({ settings: {} });
  });

  test.each(['drop', 'drop=often', 'drop=1.5', 'drop=0.6,late=0.6', 'explode=0.1', 'drop=-1', 'seed=x'])(
    '%s is told with what to write instead',
    text => {
      expect(parse(text)).toEqual({
        mistakes: [expect.stringMatching(/^PAYMENT_FAULTS: must be like drop=0.3,/)],
      });
    },
  );

  test('a store that is no test must not have them', () => {
    process.env.NODE_ENV = 'production';
    expect(parse('drop=0.3')).toEqual({
      mistakes: [expect.stringMatching(/^PAYMENT_FAULTS: must not be set/)],
    });
  });
});

test('a seed draws the same faults each time, in the shares asked for', () => {
  const draw = (seed: number) => {
    const next = drawFaults({ ...none, drop: 0.3, error: 0.1, seed });
    return Array.from({ length: 2_000 }, next);
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  const shareOf = (fault: string | undefined) => draw(7).filter(drawn => drawn === fault).length / 2_000;
  expect(shareOf('drop')).toBeCloseTo(0.3, 1);
  expect(shareOf('error')).toBeCloseTo(0.1, 1);
  expect(shareOf(undefined)).toBeCloseTo(0.6, 1);
  expect(shareOf('late')).toBe(0);
});

describe('a request to a faulty provider', () => {
  const asked: string[] = [];
  const ask = async (id: string) => {
    asked.push(id);
  };
  const provider: PaymentProvider = {
    authorize: async ({ id }) => ask(id).then(() => ({ approved: true })),
    capture: ask,
    void: ask,
    refund: ask,
  };
  afterEach(() => {
    asked.length = 0;
  });

  test.each([
    ['error', [], '500'],
    ['drop', ['x'], 'lost'],
  ] as const)('that meets %s reaches the provider %j and rejects', async (fault, reached, reason) => {
    await expect(new FaultyPaymentProvider(provider, { ...none, [fault]: 1 }).capture('x')).rejects.toThrow(
      reason,
    );
    expect(asked).toEqual(reached);
  });

  test('that is doubled reaches it twice, and is answered', async () => {
    const request = { id: 'x', amount: 1, currency: 'USD', token: null };
    const faulty = new FaultyPaymentProvider(provider, { ...none, twice: 1 });
    expect(await faulty.authorize(request)).toEqual({ approved: true });
    expect(asked).toEqual(['x', 'x']);
  });

  test('that is answered late has reached it long before', async () => {
    void new FaultyPaymentProvider(provider, { ...none, late: 1 }).refund('x');
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(asked).toEqual(['x']);
  });
});
