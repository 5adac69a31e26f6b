import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { rootFields } from '../runtime/root-fields.ts';

interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

const isPassword = (name: string): boolean => /password$/i.test(name);

/** The fields of a root type that are given a password, by itself or in an input. */
const fieldsWithPassword = (root: GraphQLObjectType): ReadonlySet<string> =>
  new Set(
    Object.values(root.getFields())
      .filter(({ args }) =>
        args.some(({ name, type }) => {
          const input = getNamedType(type);
          return (
            isPassword(name) || (isInputObjectType(input) && Object.keys(input.getFields()).some(isPassword))
          );
        }),
      )
      .map(({ name }) => name),
  );

/**
 * Answers how many fields of an operation are given a password, each of which costs auth a hash or two: as the schema's
 * inputs tell. Reckoned once for each operation as long as its document is kept. For documents that were validated.
 */
export function passwordFields(): (asked: Asked) => number {
  const ofRoot = new WeakMap<GraphQLObjectType, ReadonlySet<string>>();
  const known = new WeakMap<OperationDefinitionNode, number>();
  return ({ schema, document, operation }) => {
    const root = operation.operation === 'mutation' && schema.getMutationType();
    if (!root) return 0;
    const before = known.get(operation);
    if (before !== undefined) return before;
    const names = ofRoot.get(root) ?? fieldsWithPassword(root);
    ofRoot.set(root, names);
    const count = Array.from(rootFields(operation, document).values()).filter(name => names.has(name)).length;
    known.set(operation, count);
    return count;
  };
}
