import type { GraphQLSchema } from 'graphql';
import { WrittenAnswer } from '../../../runtime/graphql-server/written-answer.ts';
import { copyObject, isJsonObject } from '../../../runtime/json-object.ts';
import type { FetchNode } from '../apollo-types.ts';
import { mergeAnswer } from '../merge-answer.ts';
import { askSubgraph } from './ask-subgraph.ts';
import { placesInAnswer } from './error-places.ts';
import type { Cursor, Execution, PlanStep } from './plan-step.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import { failure, subgraphError } from './subgraph-error.ts';

/** Asks a subgraph for fields of a root type. */
export class RootFetch implements PlanStep {
  readonly #node: FetchNode;
  readonly #rewrites: readonly Rewrite[];
  readonly #isOnly: boolean;

  /** `isOnly` says that nothing else is asked for the operation: the answer is the data then, as it is. */
  constructor(schema: GraphQLSchema, node: FetchNode, isOnly: boolean) {
    this.#node = node;
    this.#rewrites = compileRewrites(schema, node.outputRewrites);
    this.#isOnly = isOnly;
  }

  async run(execution: Execution, cursor: Cursor): Promise<void> {
    try {
      const answer = await askSubgraph(this.#node, execution, cursor.path);
      const { data, errors = [] } = answer;
      for (const error of errors)
        for (const place of placesInAnswer(error, execution, cursor))
          execution.errors.push(subgraphError(error, this.#node.serviceName, place, execution.shownNames));
      if (!isJsonObject(data)) return;
      for (const rewrite of this.#rewrites) rewrite(data);
      if (this.#isOnly) {
        execution.data = data;
        if (answer instanceof WrittenAnswer) execution.written = answer;
      } else
        for (const [index, object] of cursor.objects.entries())
          mergeAnswer(object, index === 0 ? data : copyObject(data));
    } catch (error) {
      execution.errors.push(failure(error));
    }
  }
}
