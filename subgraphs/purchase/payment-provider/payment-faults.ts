import { z } from 'zod';

/** What a request to a faulty provider may meet; see FaultyPaymentProvider. */
export type PaymentFault = 'error' | 'drop' | 'twice' | 'late';

const decimal = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/)
  .transform(Number);
const share = decimal.pipe(z.number().max(1)).default(0);

const faults = z
  .strictObject({
    error: share,
    drop: share,
    twice: share,
    late: share,
    /** Where the drawing of faults begins: the same one draws the same faults in the same order. */
    seed: decimal.pipe(z.int()).default(1),
  })
  .refine(({ error, drop, twice, late }) => error + drop + twice + late <= 1);

/** The share of requests that meets each fault, from 0 to 1, and the seed that they are drawn from. */
export type PaymentFaults = z.infer<typeof faults>;

/** PAYMENT_FAULTS: which faults the simulated payment provider has, in tests alone. None where it is not set. */
export const paymentFaults = z
  .string()
  .transform((text, context): PaymentFaults => {
    if (process.env.NODE_ENV !== 'test') {
      context.addIssue('must not be set: it is for tests, where NODE_ENV is test');
      return z.NEVER;
    }
    const pairs = text.split(',').map(pair => {
      const [name = '', value = ''] = pair.split('=');
      return [name.trim(), value.trim()];
    });
    const parsed = faults.safeParse(Object.fromEntries(pairs));
    if (parsed.success) return parsed.data;
    context.addIssue(
      'must be like drop=0.3,twice=0.1,late=0.1,error=0.1,seed=42, with shares of 1 in all at most',
    );
    return z.NEVER;
  })
  .meta({ values: 'such as `drop=0.3,twice=0.1,late=0.1,error=0.1,seed=42`' })
  .describe('How often the payment provider fails, in tests alone.')
  .optional();
