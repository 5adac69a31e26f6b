import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { type Choices, choiceNames, isChosenBy, readChoices } from './choices.ts';
import { fragmentsOf } from './collect-fields.ts';
import { compileFields } from './compile-fields.ts';
import { executeFields, executeFieldsInTurn } from './execute-fields.ts';
import type { ObjectPlan } from './plan.ts';
import { Run } from './run.ts';

type Values = Record<string, unknown>;

interface Answer {
  errors?: readonly GraphQLError[];
  /** Left out where nothing was executed. */
  data?: Values | null;
}

/** So many choices of an operation are kept compiled: there are as many as there are subsets of its variables. */
const mostChoices = 16;

/**
 * An operation of a validated document, whose fields are collected and whose types are looked at once, not for each object of
 * each request. Answers as ExecuteRequest() in the specification says (https://spec.graphql.org/September2025/#sec-Execution).
 */
export class CompiledOperation {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #rootType: GraphQLObjectType;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #fragmentsByName: Record<string, FragmentDefinitionNode>;
  readonly #choiceNames: readonly string[];
  readonly #plans = new Map<string, ObjectPlan>();

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    const rootType = schema.getRootType(operation.operation);
    if (!rootType) throw new GraphQLError(`There is no ${operation.operation}.`, { nodes: operation });
    this.#schema = schema;
    this.#operation = operation;
    this.#rootType = rootType;
    this.#fragments = fragmentsOf(document);
    this.#fragmentsByName = Object.fromEntries(this.#fragments);
    this.#choiceNames = choiceNames(operation, this.#fragments);
  }

  /** Never rejects: what goes wrong is told in the errors. `variables` are as they came; `context` is what resolvers are given. */
  async execute(given: Values, context: unknown): Promise<Answer> {
    const { variableDefinitions = [], operation } = this.#operation;
    const { errors, coerced: variables } = getVariableValues(this.#schema, variableDefinitions, given);
    if (!variables) return { errors };
    const run = new Run({
      schema: this.#schema,
      operation: this.#operation,
      fragments: this.#fragmentsByName,
      variables,
      context,
    });
    try {
      const plan = this.#planFor(variables);
      const answering =
        operation === 'mutation'
          ? executeFieldsInTurn(run, plan)
          : executeFields(run, plan, undefined, undefined);
      const data = await answering;
      return run.errors.length > 0 ? { errors: run.errors, data } : { data };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      run.note(error, undefined);
      return { errors: run.errors, data: null };
    }
  }

  #planFor(variables: Values): ObjectPlan {
    const choices = readChoices(this.#choiceNames, this.#operation, variables);
    const key = [...choices.values()].join();
    const known = this.#plans.get(key);
    if (known) return known;
    if (this.#plans.size >= mostChoices) this.#plans.clear();
    const compiled = this.#compile(choices);
    this.#plans.set(key, compiled);
    return compiled;
  }

  #compile(choices: Choices): ObjectPlan {
    const reading = { schema: this.#schema, fragments: this.#fragments, isChosen: isChosenBy(choices) };
    return compileFields(reading, this.#rootType, [this.#operation.selectionSet]);
  }
}
