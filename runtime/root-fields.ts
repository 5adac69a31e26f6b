import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';

/**
 * What an operation asks for at its root: the name of each field, by the key under which its answer stands. For
 * documents that were validated.
 */
export function rootFields(operation: OperationDefinitionNode, document: DocumentNode): Map<string, string> {
  const fields = new Map<string, string>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === 'Field')
        fields.set((selection.alias ?? selection.name).value, selection.name.value);
      else if (selection.kind === 'InlineFragment') collect(selection.selectionSet);
      // Each once: fragments that spread each other twice would be exponentially many.
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        for (const definition of document.definitions)
          if (definition.kind === 'FragmentDefinition' && definition.name.value === selection.name.value)
            collect(definition.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return fields;
}
