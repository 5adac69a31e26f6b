import { type GraphQLSchema, isCompositeType } from 'graphql';
import { isTypeOf } from '../../../runtime/execution/collect-fields.ts';

/** Whether objects of the type called `name` have what is selected under a type condition. */
export function isNamedTypeOf(schema: GraphQLSchema, condition: string, name: string): boolean {
  if (condition === name) return true;
  const type = schema.getType(name);
  return isCompositeType(type) && isTypeOf(schema, condition, type);
}
