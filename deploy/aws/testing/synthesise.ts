import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { places } from '../../local/places.ts';

/** A resource as a template has it. */
export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdatePolicy?: Record<string, unknown>;
}

/** Where the tests' stores are. */
export const domain = 'store.bookstore-tests.org';

const program = fileURLToPath(new URL('print-templates.ts', import.meta.url));
const mostBytes = 16 * 1024 * 1024;
const template = z.record(z.string(), z.unknown());
const printed = z.object({ network: template, state: template, tasks: template, store: template });

/** Made once in a run of all tests, where it tells of itself by TEST_RUN: that takes seconds. */
function printedTemplates(context: string): string {
  const run = process.env.TEST_RUN;
  const name = createHash('sha256').update(context).digest('hex');
  const file = run && join(places.data, 'test', 'aws', run, name);
  if (file && existsSync(file)) return readFileSync(file, 'utf8');
  const text = execFileSync(process.execPath, [program, context], { encoding: 'utf8', maxBuffer: mostBytes });
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  }
  return text;
}

/**
 * The templates of all stacks, by the settings of cdk.json and these. A process of its own makes them: Jest would load the CDK
 * anew for each file of tests.
 */
export function synthesise(context: Record<string, unknown> = {}) {
  const { network, state, tasks, store } = printed.parse(
    JSON.parse(printedTemplates(JSON.stringify({ domain, ...context }))),
  );
  const templates = {
    network: Template.fromJSON(network),
    state: Template.fromJSON(state),
    tasks: Template.fromJSON(tasks),
    store: Template.fromJSON(store),
  };
  /** The resources of a type, in all stacks, by their names. */
  const all = (type: string): Record<string, Resource> =>
    Object.assign({}, ...Object.values(templates).map(each => each.findResources(type)));
  return { ...templates, all, templates: Object.values(templates) };
}

/** The one resource of a type. */
export function onlyOf(resources: Record<string, Resource>): Resource {
  const [resource, ...others] = Object.values(resources);
  if (!resource || others.length > 0) throw new Error(`There are ${others.length + 1} where one should be.`);
  return resource;
}
