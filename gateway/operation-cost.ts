import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { maxPageSize } from '../runtime/page.ts';

/** What a list counts as that takes no `first`: such as the lines of a purchase. */
const shortList = 5;

/** An operation as a request asks for it. */
export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/**
 * How many objects the answer to an operation may hold at the most: each object counts 1, as often as the lists that it
 * stands in are long (`first` of a connection; 5 for a list without). Scalars cost nothing. And the variables that it
 * depends on, which say how long a page is. For documents that were validated.
 */
export function operationCost({ schema, document, operation, variables }: Asked): {
  cost: number;
  pageVariables: ReadonlySet<string>;
} {
  const pageVariables = new Set<string>();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  // A fragment costs the same wherever it is spread, but for the page that it may stand in.
  const costs = new Map<string, number>();

  const defaults = new Map<string, unknown>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue?.kind === 'IntValue') defaults.set(variable.name.value, Number(defaultValue.value));

  const pageOf = (node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined => {
    const argument = field.args.find(({ name }) => name === 'first');
    if (!argument) return undefined;
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    let size: unknown = argument.defaultValue;
    if (given?.kind === 'IntValue') size = Number(given.value);
    if (given?.kind === 'Variable') {
      pageVariables.add(given.name.value);
      size = variables[given.name.value] ?? defaults.get(given.name.value) ?? size;
    }
    // What is out of bounds is refused by who resolves it.
    return typeof size === 'number' ? Math.min(Math.max(size, 1), maxPageSize) : maxPageSize;
  };

  const costOfField = (node: FieldNode, parent: GraphQLNamedType, page: number | undefined): number => {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const field = parent.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    if (!field || !isCompositeType(type) || !node.selectionSet) return 0;
    const times = isList(field.type) ? (page ?? shortList) : 1;
    return times * (1 + costOf(node.selectionSet, type, pageOf(node, field)));
  };

  const costOfFragment = (name: string, page: number | undefined): number => {
    const key = `${name} ${page}`;
    const known = costs.get(key);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = type ? costOf(fragment.selectionSet, type, page) : 0;
    costs.set(key, cost);
    return cost;
  };

  const costOf = (
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType,
    page: number | undefined,
  ): number => {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === 'Field') cost += costOfField(selection, parent, page);
      else if (selection.kind === 'FragmentSpread') cost += costOfFragment(selection.name.value, page);
      else {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        cost += costOf(selection.selectionSet, condition ?? parent, page);
      }
    }
    return cost;
  };

  const root = schema.getRootType(operation.operation);
  return { cost: root ? costOf(operation.selectionSet, root, undefined) : 0, pageVariables };
}
