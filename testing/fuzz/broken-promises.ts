import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** Where an answer breaks what the schema promises: null where nothing may be null, or no list where one is promised. */
export function brokenPromises(schema: GraphQLSchema, query: string, data: unknown): string[] {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || data === null || data === undefined) return [];
  const root = operation.operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  return root ? inObject(schema, root, operation.selectionSet, data, operation.operation) : [];
}

function inObject(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  { selections }: SelectionSetNode,
  value: unknown,
  place: string,
): string[] {
  const object = getNamedType(type);
  if (!isObjectType(object) && !isInterfaceType(object)) return [];
  if (typeof value !== 'object' || value === null) return [`${place}: no object`];
  const entries = new Map(Object.entries(value));
  return selections.flatMap(selection => {
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') return [];
    const key = (selection.alias ?? selection.name).value;
    const field = object.getFields()[selection.name.value];
    if (!field) return [];
    return inValue(schema, field.type, selection.selectionSet, entries.get(key), `${place}.${key}`);
  });
}

function inValue(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  selections: SelectionSetNode | undefined,
  value: unknown,
  place: string,
): string[] {
  if (isNonNullType(type))
    return value === null || value === undefined
      ? [`${place}: ${value} for ${type}`]
      : inValue(schema, type.ofType, selections, value, place);
  if (value === undefined) return [`${place}: nothing`];
  if (value === null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${place}: no list`];
    return value.flatMap((each, index) =>
      inValue(schema, type.ofType, selections, each, `${place}[${index}]`),
    );
  }
  return selections ? inObject(schema, type, selections, value, place) : [];
}
