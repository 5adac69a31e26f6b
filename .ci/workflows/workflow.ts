import { parse } from 'yaml';
import { z } from 'zod';

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});

const permissions = z.union([z.string(), z.record(z.string(), z.string())]);

const job = z.looseObject({
  uses: z.string().optional(),
  permissions: permissions.optional(),
  'timeout-minutes': z.number().optional(),
  environment: z.looseObject({ name: z.string() }).optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  strategy: z.looseObject({ matrix: z.record(z.string(), z.unknown()) }).optional(),
  steps: z.array(step).default([]),
});

const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency: z.looseObject({ group: z.string() }).optional(),
  jobs: z.record(z.string(), job),
});

const action = z.looseObject({ runs: z.looseObject({ steps: z.array(step) }) });

export type Step = z.infer<typeof step>;
export type Job = z.infer<typeof job>;
export type Workflow = z.infer<typeof workflow>;

/** A workflow, as far as the rules look at it; `text` is its YAML. Throws where it is none. */
export const parseWorkflow = (text: string): Workflow => workflow.parse(parse(text));

/** All steps of a workflow or of a composite action, given as YAML. Throws where it is neither. */
export function stepsOf(text: string): Step[] {
  const content: unknown = parse(text);
  const composite = action.safeParse(content);
  if (composite.success) return composite.data.runs.steps;
  return Object.values(workflow.parse(content).jobs).flatMap(({ steps }) => steps);
}
