import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/** How large an operation is, once its fragments stand wherever they are spread. */
export interface OperationSize {
  /** How many fields stand below one another at the most; introspection counts as one. */
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

const nothing: OperationSize = { depth: 0, fields: 0, aliases: 0, directives: 0 };

const both = (one: OperationSize, other: OperationSize): OperationSize => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
});

/**
 * The size of all operations of a parsed document together, before it is validated. Takes time by the length of the
 * document: each fragment is looked at once, however often it is spread.
 */
export function operationSize({ definitions }: DocumentNode): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  const sizes = new Map<string, OperationSize>();

  const sizeOfFragment = (name: string): OperationSize => {
    const known = sizes.get(name);
    if (known) return known;
    // One that spreads itself counts once: validation refuses it.
    sizes.set(name, nothing);
    const fragment = fragments.get(name);
    const size = fragment
      ? both(sizeOf(fragment.selectionSet), { ...nothing, directives: fragment.directives?.length ?? 0 })
      : nothing;
    sizes.set(name, size);
    return size;
  };

  const sizeOf = ({ selections }: SelectionSetNode): OperationSize => {
    let size = nothing;
    for (const selection of selections) {
      const own = { ...nothing, directives: selection.directives?.length ?? 0 };
      size = both(size, own);
      if (selection.kind === 'FragmentSpread') size = both(size, sizeOfFragment(selection.name.value));
      else if (selection.kind === 'InlineFragment') size = both(size, sizeOf(selection.selectionSet));
      else {
        const below = selection.selectionSet ? sizeOf(selection.selectionSet) : nothing;
        size = both(size, {
          ...below,
          depth: selection.name.value.startsWith('__') ? 1 : below.depth + 1,
          fields: below.fields + 1,
          aliases: below.aliases + (selection.alias ? 1 : 0),
        });
      }
    }
    return size;
  };

  let size = nothing;
  for (const definition of definitions)
    if (definition.kind === 'OperationDefinition') {
      const directives = definition.directives?.length ?? 0;
      size = both(both(size, sizeOf(definition.selectionSet)), { ...nothing, directives });
    }
  return size;
}
