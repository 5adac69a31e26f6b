import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { FetchNode } from '../apollo-types.ts';
import { copyObject, isJsonObject, type JsonObject, ownValue } from '../json-object.ts';
import { mergeAnswer } from '../merge-answer.ts';
import { askSubgraph } from './ask-subgraph.ts';
import { placesOfEntity } from './error-places.ts';
import type { Cursor, Execution, PlanStep } from './plan-step.ts';
import { RepresentationMaker } from './representation-maker.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import { failure, subgraphError } from './subgraph-error.ts';
import { placesOf } from './walk-path.ts';

/** What a subgraph is asked about once: entities of which it is told the same. */
interface Asked {
  representation: JsonObject;
  entities: JsonObject[];
}

function entitiesOf(data: unknown, count: number): readonly unknown[] {
  const entities = isJsonObject(data) ? data._entities : undefined;
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== count) throw new Error(`Expected "data._entities" to contain ${count} elements`);
  return entities;
}

const hasObjects = (answer: JsonObject): boolean =>
  Object.values(answer).some(value => typeof value === 'object' && value !== null);

// Most representations are a type and an id: said in fewer steps than as JSON, and as unmistakably.
function keyOf(representation: JsonObject): string {
  let key = '';
  for (const name of Object.keys(representation)) {
    const value = representation[name];
    key +=
      typeof value === 'string' ? `${name}:${value.length}:${value}` : `${name}=${JSON.stringify(value)};`;
  }
  return key;
}

/** Asks a subgraph for more about entities, about identical ones once. */
export class EntityFetch implements PlanStep {
  readonly #node: FetchNode;
  readonly #maker: RepresentationMaker;
  readonly #rewrites: readonly Rewrite[];
  readonly #shares: boolean;

  /** `shares` says that the objects of an answer may become part of several entities, since nothing else changes them. */
  constructor(
    schema: GraphQLSchema,
    node: FetchNode & { requires: NonNullable<FetchNode['requires']> },
    shares: boolean,
  ) {
    this.#node = node;
    this.#maker = new RepresentationMaker(schema, node.requires, node.inputRewrites);
    this.#rewrites = compileRewrites(schema, node.outputRewrites);
    this.#shares = shares;
  }

  async run(execution: Execution, cursor: Cursor): Promise<void> {
    try {
      const asked = this.#gather(cursor.objects);
      if (asked.length === 0) return;
      const representations = asked.map(({ representation }) => representation);
      const { data, errors } = await askSubgraph(this.#node, execution, cursor.path, representations);
      if (errors?.length) this.#note(errors, asked, execution, cursor);
      if (data === undefined || data === null) return;
      const entities = entitiesOf(data, asked.length);
      for (const [index, each] of asked.entries()) this.#merge(each, entities[index], execution);
    } catch (error) {
      execution.errors.push(failure(error));
    }
  }

  #gather(objects: readonly JsonObject[]): Asked[] {
    const asked = new Map<string, Asked>();
    for (const entity of objects) {
      const representation = this.#maker.make(entity);
      if (!representation) continue;
      const key = keyOf(representation);
      const known = asked.get(key);
      if (known) known.entities.push(entity);
      else asked.set(key, { representation, entities: [entity] });
    }
    return [...asked.values()];
  }

  #merge({ entities }: Asked, answer: unknown, execution: Execution): void {
    if (!isJsonObject(answer)) return;
    if (this.#rewrites.length > 0 && entities[0]) {
      answer.__typename ??= ownValue(entities[0], '__typename');
      for (const rewrite of this.#rewrites) rewrite(answer);
    }
    if (this.#shares && entities.length > 1 && hasObjects(answer)) execution.hasSharedObjects = true;
    const last = entities.length - 1;
    // What is merged becomes part of the entity, where other answers may change it: so each gets its own.
    for (const [index, entity] of entities.entries())
      mergeAnswer(entity, this.#shares || index === last ? answer : copyObject(answer));
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
