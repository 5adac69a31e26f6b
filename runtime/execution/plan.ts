import type { FieldNode, GraphQLField, GraphQLFieldResolver, GraphQLObjectType, ResponsePath } from 'graphql';
import type { FieldCall } from './field-call.ts';

/** Makes of what a resolver gave what is told; may promise it. Throws why it cannot be. */
export type Completion =
  | { isLeaf: true; complete(value: unknown): unknown }
  | { isLeaf: false; complete(call: FieldCall, value: unknown, path: ResponsePath): unknown };

/** A field that is asked of an object type. */
export interface FieldPlan {
  /** Its name in the answer. */
  key: string;
  name: string;
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** Where it is asked for; several times, it may be. */
  nodes: readonly FieldNode[];
  /** The first of them. */
  node: FieldNode;
  /** Undefined where the object itself has the value, by its name. */
  resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  /** Whether null is an error that concerns the object too. */
  isNonNull: boolean;
  completion: Completion;
}

/** What is asked of an object type, in the order of the answer. */
export interface ObjectPlan {
  fields: readonly FieldPlan[];
  /** Whether clients named a field as something that every object has by its prototype. */
  hasPrototypeName: boolean;
}
