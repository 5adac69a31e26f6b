import type { DocumentNode, SelectionSetNode } from 'graphql';

/**
 * How many fields of a document stand beside another of the same response name. Validation compares each of them with
 * each other, and what is below them likewise: its time grows by their square at every level.
 */
export function repeatedFields({ definitions }: DocumentNode): number {
  let repeated = 0;
  const look = ({ selections }: SelectionSetNode, names: Set<string>): void => {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') look(selection.selectionSet, names);
      if (selection.kind !== 'Field') continue;
      const name = (selection.alias ?? selection.name).value;
      if (names.has(name)) repeated += 1;
      names.add(name);
      if (selection.selectionSet) look(selection.selectionSet, new Set());
    }
  };
  for (const definition of definitions)
    if ('selectionSet' in definition) look(definition.selectionSet, new Set());
  return repeated;
}
