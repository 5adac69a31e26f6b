import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isUnionType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What selections are read by: a schema, a document's fragments, and what a caller chose by @skip and @include. */
export interface Reading {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  isChosen: (selection: SelectionNode) => boolean;
}

/** Whether an object of a type has what is selected under a type condition. */
export function isTypeOf(schema: GraphQLSchema, condition: string, type: GraphQLCompositeType): boolean {
  if (condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && !isUnionType(type) && schema.isSubType(conditional, type);
}

/**
 * The fields that selection sets of the same object ask of a type, by their response names, in the order in which they
 * stand in the answer (CollectFields in the specification).
 */
export function collectFields(
  { schema, fragments, isChosen }: Reading,
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isChosen(selection)) continue;
      if (selection.kind === 'Field') {
        const key = (selection.alias ?? selection.name).value;
        const known = fields.get(key);
        if (known) known.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      if (selection.kind === 'FragmentSpread') {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || isTypeOf(schema, condition, type)))
        collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

/** The selection sets below fields of the same response name. */
export const selectionsBelow = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/** The fragments that a document defines, by name. */
export const fragmentsOf = ({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(
    definitions.filter(each => each.kind === 'FragmentDefinition').map(each => [each.name.value, each]),
  );
