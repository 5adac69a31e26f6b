import {
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  type OperationDefinitionNode,
  type ResponsePath,
} from 'graphql';
import type { FieldPlan } from './plan.ts';

type Values = Record<string, unknown>;

/** One operation that is being executed for one request. */
export class Run {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Values;
  readonly context: unknown;
  readonly errors: GraphQLError[] = [];
  readonly #arguments = new Map<FieldPlan, Values>();
  readonly #nulled = new Set<ResponsePath | undefined>();

  /** `variables` are coerced. */
  constructor(options: Pick<Run, 'schema' | 'operation' | 'fragments' | 'variables' | 'context'>) {
    this.schema = options.schema;
    this.operation = options.operation;
    this.fragments = options.fragments;
    this.variables = options.variables;
    this.context = options.context;
  }

  /** The arguments of a field, the same for every object that it is asked of. Throws a GraphQLError where they do not fit. */
  argumentsOf(plan: FieldPlan): Values {
    const known = this.#arguments.get(plan);
    if (known) return known;
    const values = getArgumentValues(plan.definition, plan.node, this.variables);
    this.#arguments.set(plan, values);
    return values;
  }

  /** Notes an error that made a place null; the whole of the data where there is no path. What is below a null is not told. */
  note(error: GraphQLError, path: ResponsePath | undefined): void {
    for (let place = path; place; place = place.prev) if (this.#nulled.has(place)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.errors.push(error);
  }
}
