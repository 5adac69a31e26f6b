import { z } from 'zod';

const joined = z.object({
  'Fn::Join': z.tuple([z.literal(''), z.array(z.union([z.string(), z.record(z.string(), z.unknown())]))]),
});

/** The parts of a text that CloudFormation puts together: text, and what it refers to. */
export const partsOf = (value: unknown) => joined.parse(value)['Fn::Join'][1];
