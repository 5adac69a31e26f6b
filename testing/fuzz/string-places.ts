import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { FuzzDocument } from './fuzz-document.ts';

/** A text that a client can send somewhere: as an argument, or deep in an input. */
export interface StringPlace {
  /** Such as `Mutation.purchaseBook(input.delivery.address.city)`. */
  name: string;
  /** The document that sends it, all else being as it should be, as far as a schema tells. */
  with: (text: string) => FuzzDocument;
}

const texts = new Set(['String', 'ID', 'Decimal', 'DateTime']);

const sound: Record<string, unknown> = {
  Int: 1,
  Boolean: true,
  Decimal: '12.50',
  DateTime: '2030-01-01T00:00:00.000Z',
};

/** A value of a type that is as it should be: what is not needed is left out. */
function soundValue(type: GraphQLInputType, ids: readonly string[]): unknown {
  if (isNonNullType(type)) return soundValue(type.ofType, ids);
  if (isListType(type)) return [soundValue(type.ofType, ids)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return type.name === 'ID' ? ids[0] : (sound[type.name] ?? 'a quiet shelf');
  return soundObject(type, ids);
}

const soundObject = (type: GraphQLInputObjectType, ids: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map(field => [field.name, soundValue(field.type, ids)]),
  );

/** The ways to the texts in a type, each with what makes a value of it that has a text there. */
function waysInto(
  type: GraphQLInputType,
  ids: readonly string[],
): { way: string[]; value: (text: string) => unknown }[] {
  if (isNonNullType(type)) return waysInto(type.ofType, ids);
  if (isListType(type))
    return waysInto(type.ofType, ids).map(({ way, value }) => ({ way, value: text => [value(text)] }));
  if (isEnumType(type)) return [];
  if (!isInputObjectType(type)) return texts.has(type.name) ? [{ way: [], value: text => text }] : [];
  return Object.values(type.getFields()).flatMap(field =>
    waysInto(field.type, ids).map(({ way, value }) => ({
      way: [field.name, ...way],
      value: (text: string) => ({ ...soundObject(type, ids), [field.name]: value(text) }),
    })),
  );
}

/** Every text that a client can send to a field at the root; `ids` are those of things that there are. */
export function stringPlaces(schema: GraphQLSchema, ids: readonly string[]): StringPlace[] {
  return [schema.getQueryType(), schema.getMutationType()].filter(isObjectType).flatMap(root =>
    Object.values(root.getFields()).flatMap(({ name, args, type }) =>
      args.flatMap(target =>
        waysInto(target.type, ids).map(({ way, value }): StringPlace => {
          const sent = args.filter(argument => argument === target || isRequiredArgument(argument));
          const declared = sent.map(argument => `$${argument.name}: ${argument.type}`).join(', ');
          const given = sent.map(argument => `${argument.name}: $${argument.name}`).join(', ');
          const selection = isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
          const kind = root === schema.getQueryType() ? 'query' : 'mutation';
          return {
            name: `${root.name}.${name}(${[target.name, ...way].join('.')})`,
            with: text => ({
              query: `${kind}(${declared}) { ${name}(${given})${selection} }`,
              variables: Object.fromEntries(
                sent.map(argument => [
                  argument.name,
                  argument === target ? value(text) : soundValue(argument.type, ids),
                ]),
              ),
            }),
          };
        }),
      ),
    ),
  );
}
