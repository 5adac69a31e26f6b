import {
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { JsonObject } from '../../../runtime/json-object.ts';

/** Whether a field asks for the schema, which no subgraph is asked for. */
export const isIntrospection = (fieldName: string): boolean =>
  fieldName === '__schema' || fieldName === '__type';

/**
 * What answers the introspection fields of an operation, by its variables; undefined where it has none. `roots` are the
 * fields at its root, `schema` is the one that clients see.
 */
export function compileIntrospection(options: {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  roots: readonly FieldNode[];
}): ((variableValues: JsonObject) => JsonObject) | undefined {
  const { schema, operation, fragments } = options;
  const selections = options.roots.filter(({ name }) => isIntrospection(name.value));
  if (selections.length === 0) return undefined;
  const asked = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const document = { kind: Kind.DOCUMENT, definitions: [asked, ...fragments.values()] } as const;
  return variableValues => {
    const { data, errors = [] } = executeSync({ schema, document, rootValue: {}, variableValues });
    if (errors[0]) throw errors[0];
    return data ?? {};
  };
}
