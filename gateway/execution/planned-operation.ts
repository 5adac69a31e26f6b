import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { type Choices, choiceNames, isChosenBy, readChoices } from '../../runtime/execution/choices.ts';
import { collectFields, fragmentsOf, type Reading } from '../../runtime/execution/collect-fields.ts';
import type { JsonObject } from '../../runtime/json-object.ts';
import type { PlanNode } from './apollo-types.ts';
import type { Graph } from './graph.ts';
import { keepForPlan } from './keep-for-plan.ts';
import { nameForPlan, type ShownNames } from './names-for-plan.ts';
import { compilePlan } from './plan/compile-plan.ts';
import type { PlanStep } from './plan/plan-step.ts';
import { asksTheSame } from './projection/asks-the-same.ts';
import { compileProjection } from './projection/compile-projection.ts';
import { compileIntrospection } from './projection/introspection.ts';
import type { ObjectProjector } from './projection/object-projector.ts';

/** An operation for one choice of what @skip and @include leave in. */
export interface CompiledOperation {
  /** What asks the subgraphs; undefined where none has to be asked. */
  plan: PlanStep | undefined;
  /** What brings their answers into the client's shape. */
  projection: ObjectProjector;
  /** Whether the one answer that there is has that shape already, if it is sound. */
  isAnswerInShape: boolean;
  /** What answers __schema and __type; undefined where neither is asked for. */
  introspect: ((variables: JsonObject) => JsonObject) | undefined;
}

/** So many choices of an operation are kept compiled: there are as many as there are subsets of its variables. */
const mostChoices = 16;

/** An operation that is planned, and compiled for each choice of the variables of @skip and @include that is made. */
export class PlannedOperation {
  readonly #graph: Graph;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #rootType: GraphQLObjectType;
  readonly #plan: PlanNode | undefined;
  readonly #choiceNames: readonly string[];
  readonly shownNames: ShownNames;
  readonly #compiled = new Map<string, CompiledOperation>();

  /** Throws what Graph.plan throws. */
  constructor(graph: Graph, asked: DocumentNode, operationName: string | undefined) {
    const { document, shownNames } = nameForPlan(asked, graph.requiredWithArguments);
    const operation = getOperationAST(document, operationName);
    const rootType = operation && graph.apiSchema.getRootType(operation.operation);
    if (!operation || !rootType) throw new GraphQLError('The document does not hold the operation.');
    this.#graph = graph;
    this.#operation = operation;
    this.#rootType = rootType;
    this.shownNames = shownNames;
    this.#fragments = fragmentsOf(document);
    this.#plan = graph.plan(keepForPlan(document), operationName);
    if (!this.#plan && this.#asksSubgraphs()) throw new GraphQLError('No subgraph can be asked for this.');
    this.#choiceNames = choiceNames(operation, this.#fragments);
  }

  /** About how many bytes it takes. */
  get size(): number {
    return JSON.stringify(this.#plan ?? null).length;
  }

  /** The operation as a request with these variables asks for it. Throws BAD_USER_INPUT where they choose nothing. */
  compiledFor(variables: JsonObject): CompiledOperation {
    const choices = readChoices(this.#choiceNames, this.#operation, variables);
    const key = [...choices.values()].join();
    const known = this.#compiled.get(key);
    if (known) return known;
    if (this.#compiled.size >= mostChoices) this.#compiled.clear();
    const compiled = this.#compile(choices);
    this.#compiled.set(key, compiled);
    return compiled;
  }

  // Where the planner finds no way to what is asked, it plans nothing at all.
  #asksSubgraphs(): boolean {
    const reading: Reading = {
      schema: this.#graph.apiSchema,
      fragments: this.#fragments,
      isChosen: ({ directives = [] }) => directives.length === 0,
    };
    const roots = collectFields(reading, [this.#operation.selectionSet], this.#rootType).values();
    return [...roots].flat().some(({ name }) => !name.value.startsWith('__'));
  }

  #compile(choices: Choices): CompiledOperation {
    const { apiSchema: schema, schema: supergraphSchema } = this.#graph;
    const sets = [this.#operation.selectionSet];
    const reading: Reading = { schema, fragments: this.#fragments, isChosen: isChosenBy(choices) };
    const projection = compileProjection({ ...reading, shownNames: this.shownNames }, this.#rootType, sets);
    return {
      plan: compilePlan(supergraphSchema, this.#plan, choices),
      projection,
      isAnswerInShape: this.#isAnswerInShape(reading, projection),
      introspect: compileIntrospection({
        schema,
        operation: this.#operation,
        fragments: this.#fragments,
        roots: [...collectFields(reading, sets, this.#rootType).values()].flat(),
      }),
    };
  }

  #isAnswerInShape(reading: Reading, projection: ObjectProjector): boolean {
    if (this.#plan?.kind !== 'Fetch' || this.#plan.outputRewrites?.length) return false;
    if (this.shownNames.size > 0) return false;
    const fetched = parse(this.#plan.operation, { noLocation: true });
    const sets = fetched.definitions.flatMap(each =>
      each.kind === 'OperationDefinition' ? each.selectionSet : [],
    );
    return asksTheSame({ ...reading, fragments: fragmentsOf(fetched) }, sets, projection);
  }
}
