import { type DocumentNode, Kind, visit } from 'graphql';

/** Names that fields have while an operation is planned and executed, to those that the client gave them. */
export type ShownNames = ReadonlyMap<string, string>;

/** The fields that @requires asks for with arguments, anywhere in a supergraph. */
export function requiredWithArguments(supergraphSdl: string): Set<string> {
  const requirements = [...supergraphSdl.matchAll(/requires: "((?:[^"\\]|\\.)*)"/g)].map(
    ([, fields]) => fields,
  );
  const names = requirements.flatMap(fields => [...(fields?.matchAll(/(\w+)\s*\(/g) ?? [])]);
  return new Set(names.flatMap(([, name]) => name ?? []));
}

/**
 * A document in which no field stands in the way of what @requires asks for: the same field with other arguments would
 * have the same name in the data. So fields of these names are called otherwise while they are planned and executed.
 */
export function nameForPlan(
  document: DocumentNode,
  fieldNames: ReadonlySet<string>,
): { document: DocumentNode; shownNames: ShownNames } {
  const shownNames = new Map<string, string>();
  if (fieldNames.size === 0) return { document, shownNames };
  const taken = new Set<string>();
  visit(document, {
    Field(node) {
      taken.add((node.alias ?? node.name).value);
    },
  });
  const planned = (shown: string): string => {
    let name = `${shown}__asked`;
    while (taken.has(name)) name += '_';
    shownNames.set(name, shown);
    return name;
  };
  const renamed = visit(document, {
    Field: {
      leave: node =>
        fieldNames.has(node.name.value)
          ? { ...node, alias: { kind: Kind.NAME, value: planned((node.alias ?? node.name).value) } }
          : undefined,
    },
  });
  return { document: renamed, shownNames };
}

/** A path in the data, as the client knows it. */
export const shownPath = (
  path: readonly (string | number)[],
  names: ShownNames,
): readonly (string | number)[] =>
  names.size === 0 ? path : path.map(part => (typeof part === 'string' ? (names.get(part) ?? part) : part));
