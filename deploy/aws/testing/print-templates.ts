import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import cdkSettings from '../cdk.json' with { type: 'json' };
import { createStacks } from '../stacks.ts';

// node print-templates.ts CONTEXT: prints the templates of all stacks, by the settings of cdk.json and those in CONTEXT, as JSON.

const folder = mkdtempSync(join(tmpdir(), 'cdk '));
try {
  const stacks = createStacks({ ...cdkSettings.context, ...JSON.parse(process.argv[2] ?? '{}') }, folder);
  const { network, state, tasks, store } = stacks;
  const templates = Object.entries({ network, state, tasks, store }).map(([name, stack]) => [
    name,
    Template.fromStack(stack).toJSON(),
  ]);
  process.stdout.write(JSON.stringify(Object.fromEntries(templates)));
} finally {
  rmSync(folder, { recursive: true });
}
