import { type DocumentNode, print } from 'graphql';
import { BoundedCache } from '../../runtime/bounded-cache.ts';
import type { Graph } from './graph.ts';
import { PlannedOperation } from './planned-operation.ts';

/** As much as Apollo's own cache of plans. */
const mostBytes = 30 * 2 ** 20;

/** The same for documents that differ in spaces, comments and the order of their definitions alone. */
const textOf = ({ definitions }: DocumentNode): string => definitions.map(print).sort().join('\n');

/**
 * The operations of a supergraph that are planned already. Those that were planned beforehand stay, whoever asks for
 * whatever else.
 */
export class PlannedOperations {
  readonly #graph: Graph;
  readonly #beforehand = new Map<string, PlannedOperation>();
  readonly #met = new BoundedCache<PlannedOperation>(mostBytes);

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Plans the one operation of a document, so that whoever asks for it first need not wait. Throws what Graph.plan throws. */
  planBeforehand(document: DocumentNode): void {
    this.#beforehand.set(textOf(document), new PlannedOperation(this.#graph, document, undefined));
  }

  /** An operation of a validated document, `hash` being that of its text. Throws what Graph.plan throws. */
  of(document: DocumentNode, hash: string, operationName: string | undefined): PlannedOperation {
    const key = operationName === undefined ? hash : `${hash} ${operationName}`;
    const known = this.#met.get(key);
    if (known) return known;
    const operation =
      this.#beforehand.get(textOf(document)) ?? new PlannedOperation(this.#graph, document, operationName);
    this.#met.set(key, operation, operation.size);
    return operation;
  }
}
