import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const rule = z.object({
  record: z.string().optional(),
  alert: z.string().optional(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }).optional(),
  annotations: z.object({ summary: z.string(), runbook: z.string() }).optional(),
});

const rulesFile = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(rule) })) });

/** A rule of Prometheus: an alert, or a number that is recorded. */
export type Rule = z.infer<typeof rule>;

const folder = join(import.meta.dirname, 'rules');

/** All rules in rules/, file by file. */
export const allRules = (): Rule[] =>
  readdirSync(folder)
    .toSorted()
    .flatMap(file => rulesFile.parse(parse(readFileSync(join(folder, file), 'utf8'))).groups)
    .flatMap(group => group.rules);
