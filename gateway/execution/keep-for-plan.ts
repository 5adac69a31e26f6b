import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

const isConditional = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name }) => name.value === 'skip' || name.value === 'include');

const kept = (set: SelectionSetNode): SelectionSetNode | undefined =>
  set.selections.every(isConditional) ? { ...set, selections: [...set.selections, typename] } : undefined;

const isTypenameTaken = (document: DocumentNode): boolean => {
  let isTaken = false;
  visit(document, {
    Field(node) {
      if (node.alias?.value === '__typename') isTaken = true;
    },
  });
  return isTaken;
};

/**
 * A document as it is planned: where @skip and @include may leave out everything that is asked of an object, its type
 * is asked for. The planner does not ask for the object itself otherwise, and nobody could tell whether there is one.
 */
export function keepForPlan(document: DocumentNode): DocumentNode {
  if (isTypenameTaken(document)) return document;
  return visit(document, {
    SelectionSet: {
      leave: (set, _key, parent) =>
        parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION ? undefined : kept(set),
    },
  });
}
