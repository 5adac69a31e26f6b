import { readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';
import type { SubgraphName } from '../runtime/services.ts';

const read = (name: string) => readFileSync(new URL(`./${name}.graphql`, import.meta.url), 'utf8');

/** The whole SDL of a subgraph: what all subgraphs share, then its own. */
export const subgraphDocument = (name: SubgraphName): DocumentNode =>
  parse(`${read('shared')}\n${read(name)}`);
