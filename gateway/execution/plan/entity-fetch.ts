import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { copyObject, isJsonObject, type JsonObject, ownValue } from '../../../runtime/json-object.ts';
import type { FetchNode } from '../apollo-types.ts';
import { mergeAnswer, mergePlainAnswer } from '../merge-answer.ts';
import { askSubgraph } from './ask-subgraph.ts';
import { placesOfEntity } from './error-places.ts';
import { type Asked, gatherEntities } from './gather-entities.ts';
import type { Cursor, Execution, PlanStep } from './plan-step.ts';
import { RepresentationMaker } from './representation-maker.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import { failure, subgraphError } from './subgraph-error.ts';
import { placesOf } from './walk-path.ts';

function entitiesOf(data: unknown, count: number): readonly unknown[] {
  const entities = isJsonObject(data) ? data._entities : undefined;
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== count) throw new Error(`Expected "data._entities" to contain ${count} elements`);
  return entities;
}

const hasObjects = (answer: JsonObject): boolean =>
  Object.values(answer).some(value => typeof value === 'object' && value !== null);

/** Asks a subgraph for more about entities, about identical ones once. */
export class EntityFetch implements PlanStep {
  readonly #node: FetchNode;
  readonly #maker: RepresentationMaker;
  readonly #rewrites: readonly Rewrite[];
  readonly #shares: boolean;
  readonly #question: string | undefined;

  constructor(
    schema: GraphQLSchema,
    node: FetchNode & { requires: NonNullable<FetchNode['requires']> },
    {
      shares,
      question,
    }: {
      /** Whether the objects of an answer may become part of several entities, since nothing else changes them. */
      shares: boolean;
      /** What other fetches of the plan ask too (repeated-questions.ts). */
      question: string | undefined;
    },
  ) {
    this.#node = node;
    this.#maker = new RepresentationMaker(schema, node.requires, node.inputRewrites);
    this.#rewrites = compileRewrites(schema, node.outputRewrites);
    this.#shares = shares && question === undefined;
    this.#question = question;
  }

  async run(execution: Execution, cursor: Cursor): Promise<void> {
    try {
      const asked = gatherEntities(cursor.objects, this.#maker);
      if (asked.length === 0) return;
      const representations = asked.map(({ representation }) => representation);
      const { data, errors } = await askSubgraph(
        this.#node,
        execution,
        cursor.path,
        representations,
        this.#question,
      );
      if (errors?.length) this.#note(errors, asked, execution, cursor);
      if (data === undefined || data === null) return;
      const entities = entitiesOf(data, asked.length);
      for (const [index, each] of asked.entries()) this.#merge(each, entities[index], execution);
    } catch (error) {
      execution.errors.push(failure(error));
    }
  }

  #merge({ entities }: Asked, answer: unknown, execution: Execution): void {
    if (!isJsonObject(answer)) return;
    if (this.#rewrites.length > 0 && entities[0]) {
      answer.__typename ??= ownValue(entities[0], '__typename');
      for (const rewrite of this.#rewrites) rewrite(answer);
    }
    if (!hasObjects(answer)) {
      mergePlainAnswer(entities, answer);
      return;
    }
    // What is merged becomes part of the entity, where other answers may change it: so each gets its own objects.
    const owners = this.#question === undefined ? entities.length : Number.POSITIVE_INFINITY;
    if (owners > 1 && this.#shares) execution.hasSharedObjects = true;
    for (const [index, entity] of entities.entries())
      mergeAnswer(entity, this.#shares || index === owners - 1 ? answer : copyObject(answer));
  }

  #note(
    errors: readonly GraphQLFormattedError[],
    asked: readonly Asked[],
    execution: Execution,
    cursor: Cursor,
  ): void {
    const places = placesOf(execution.data, cursor.path);
    const entities = asked.map(each => each.entities);
    for (const error of errors)
      for (const place of placesOfEntity(error, entities, places, cursor))
        execution.errors.push(subgraphError(error, this.#node.serviceName, place, execution.shownNames));
  }
}
