import { BREAK, type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { places } from '../schema/field-access.ts';

/** Fields by their type. */
export type Fields = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The fields that whoever is not signed in is told as everybody is, by the matrix of who is told which (schema/field-access.ts).
 * A field that is not in it, or is told to some alone, is none of them; nor is what the schema says of itself.
 */
export function publicFields(): Fields {
  const found = new Map<string, Set<string>>();
  const add = (type: string, names: readonly string[]) =>
    found.set(type, new Set([...(found.get(type) ?? []), ...names]));
  for (const { type, at, seenBy, open } of Object.values(places)) {
    if (!seenBy.includes('nobody')) continue;
    const [root = ''] = at;
    add('Query', [root.replace(/\(.*$/s, '')]);
    add(type, ['__typename', ...open.split(' ')]);
  }
  return found;
}

/** Whether all fields of a document are among these. */
export function asksForAlone(fields: Fields, schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isSo = true;
  const look = ({ name }: { name: { value: string } }) => {
    isSo = fields.get(types.getParentType()?.name ?? '')?.has(name.value) ?? false;
    return isSo ? undefined : BREAK;
  };
  visit(document, visitWithTypeInfo(types, { Field: look }));
  return isSo;
}
