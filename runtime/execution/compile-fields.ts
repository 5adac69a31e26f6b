import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  isNonNullType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { isPrototypeName } from '../json-object.ts';
import { collectFields, type Reading, selectionsBelow } from './collect-fields.ts';
import { completionOf } from './completions.ts';
import type { FieldPlan, ObjectPlan } from './plan.ts';

const metaFields = [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef];

function definitionOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
  const definition = type.getFields()[name] ?? metaFields.find(each => each.name === name);
  if (!definition) throw new Error(`"${type.name}" has no field "${name}".`);
  return definition;
}

function compileField(
  reading: Reading,
  parentType: GraphQLObjectType,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
): FieldPlan {
  const [node] = nodes;
  const name = node.name.value;
  const definition = definitionOf(parentType, name);
  const sets = selectionsBelow(nodes);
  const completion = completionOf(definition.type, {
    where: `${parentType.name}.${name}`,
    planOf: type => compileFields(reading, type, sets),
  });
  const isNonNull = isNonNullType(definition.type);
  return {
    key,
    name,
    parentType,
    definition,
    nodes,
    node,
    resolve: definition.resolve,
    isNonNull,
    completion,
  };
}

/** Compiles what selection sets of a validated document ask of an object type. */
export function compileFields(
  reading: Reading,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ObjectPlan {
  const fields: FieldPlan[] = [];
  for (const [key, [node, ...others]] of collectFields(reading, sets, type))
    if (node) fields.push(compileField(reading, type, key, [node, ...others]));
  return { fields, hasPrototypeName: fields.some(({ key }) => isPrototypeName(key)) };
}
