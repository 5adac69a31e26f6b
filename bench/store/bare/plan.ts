import { z } from 'zod';

/** What the bare server answers by: the statements of each path, and the databases that they go to. */
export const barePlanShape = z.object({
  databases: z.record(z.string(), z.string()),
  paths: z.record(z.string(), z.array(z.object({ database: z.string(), statement: z.string() }))),
});

export type BarePlan = z.infer<typeof barePlanShape>;
