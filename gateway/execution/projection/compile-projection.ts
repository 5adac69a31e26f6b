import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Reading, selectionsBelow } from '../../../runtime/execution/collect-fields.ts';
import type { ShownNames } from '../names-for-plan.ts';
import { CompositeProjector } from './composite-projector.ts';
import { isIntrospection } from './introspection.ts';
import { LeafProjector } from './leaf-projector.ts';
import { ListProjector } from './list-projector.ts';
import { NonNullProjector } from './non-null-projector.ts';
import { ObjectProjector, type ProjectedField } from './object-projector.ts';
import type { ValueProjector } from './projecting.ts';

/** What a projection is compiled by. */
interface Shaping extends Reading {
  shownNames: ShownNames;
}

/** What introspection answers is in the client's shape already. */
const asItIs: ValueProjector = { project: value => value ?? null, isSound: () => true };

/** Puts the projectors of lists and of what may not be null around that of a named type. */
function wrap(type: GraphQLOutputType, named: ValueProjector, parent: string): ValueProjector {
  if (isNonNullType(type))
    return new NonNullProjector(wrap(type.ofType, named, parent), String(type.ofType), parent);
  if (!isListType(type)) return named;
  return new ListProjector({
    element: wrap(type.ofType, named, parent),
    isElementNullable: !isNonNullType(type.ofType),
    isOfLeaves: isLeafType(getNamedType(type)),
    type: String(type),
  });
}

function fieldOf(
  reading: Shaping,
  parent: GraphQLCompositeType,
  key: string,
  nodes: readonly FieldNode[],
): ProjectedField[] {
  const name = nodes[0]?.name.value ?? '';
  const shown = reading.shownNames.get(key) ?? key;
  if (name === '__typename') return [{ key, shown, value: 'typename', isNullable: false, isLeaf: true }];
  if (isIntrospection(name)) return [{ key, shown, value: asItIs, isNullable: true, isLeaf: false }];
  const field = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (!field) return [];
  const named = getNamedType(field.type);
  const objects = isCompositeType(named)
    ? new CompositeProjector({
        schema: reading.schema,
        declared: named,
        parent: parent.name,
        make: type => compileProjection(reading, type, selectionsBelow(nodes)),
      })
    : undefined;
  const value = objects ?? (isLeafType(named) ? new LeafProjector(named, parent.name) : asItIs);
  return [
    {
      key,
      shown,
      value: wrap(field.type, value, parent.name),
      isNullable: !isNonNullType(field.type),
      isLeaf: !objects,
      objects,
    },
  ];
}

/** What brings objects of a type into the shape that selection sets ask for; `reading` has the schema that clients see. */
export function compileProjection(
  reading: Shaping,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): ObjectProjector {
  const fields = [...collectFields(reading, sets, type)];
  return new ObjectProjector(
    reading.schema,
    type,
    fields.flatMap(([key, nodes]) => fieldOf(reading, type, key, nodes)),
  );
}
