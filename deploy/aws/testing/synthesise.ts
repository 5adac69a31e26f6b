import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import cdkSettings from '../cdk.json' with { type: 'json' };
import { createStacks } from '../stacks.ts';

/** A resource as a template has it. */
export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdatePolicy?: Record<string, unknown>;
}

/** Where the tests' stores are. */
export const domain = 'store.bookstore-tests.org';

/** The templates of all stacks, by the settings of cdk.json and these. */
export function synthesise(context: Record<string, unknown> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cdk '));
  const { network, state, tasks, store } = createStacks(
    { ...cdkSettings.context, domain, ...context },
    folder,
  );
  const templates = {
    network: Template.fromStack(network),
    state: Template.fromStack(state),
    tasks: Template.fromStack(tasks),
    store: Template.fromStack(store),
  };
  rmSync(folder, { recursive: true });
  /** The resources of a type, in all stacks, by their names. */
  const all = (type: string): Record<string, Resource> =>
    Object.assign({}, ...Object.values(templates).map(template => template.findResources(type)));
  return { ...templates, all, templates: Object.values(templates) };
}

/** The one resource of a type. */
export function onlyOf(resources: Record<string, Resource>): Resource {
  const [resource, ...others] = Object.values(resources);
  if (!resource || others.length > 0) throw new Error(`There are ${others.length + 1} where one should be.`);
  return resource;
}
