import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { hostileValue } from './hostile-values.ts';

/** A document that is valid, with values that mean no good. */
export interface FuzzDocument {
  query: string;
  variables: Record<string, unknown>;
}

/** A part of a document, with the variables that it takes: their types and values. */
interface Part {
  text: string;
  variables: { name: string; type: string; value: unknown }[];
}

const deepest = 4;
const mostFields = 5;

const joined = (parts: readonly Part[], text: string): Part => ({
  text,
  variables: parts.flatMap(({ variables }) => variables),
});

type AnyField = GraphQLField<unknown, unknown>;

/** Fields with their arguments, each argument a variable that is named after the way to it. */
function field(
  { name, args, type }: AnyField,
  { path, depth, ids }: { path: string; depth: number; ids: readonly string[] },
): Arbitrary<Part> {
  const place = `${path}_${name}`;
  const values = args.map(argument => {
    const value = hostileValue(argument.type, ids).map(
      (given): Part => ({
        text: `${argument.name}: $${place}_${argument.name}`,
        variables: [{ name: `${place}_${argument.name}`, type: String(argument.type), value: given }],
      }),
    );
    return isRequiredArgument(argument) ? value : fc.option(value, { nil: undefined, freq: 1 });
  });
  return fc
    .tuple(fc.tuple(...values), selection(type, { path: place, depth: depth + 1, ids }))
    .map(([given, inside]) => {
      const present = given.filter(each => each !== undefined);
      const list = present.map(({ text }) => text).join(', ');
      return joined([...present, inside], `${name}${list && `(${list})`}${inside.text}`);
    });
}

/** What is asked for of a type: some of its fields, down to a few levels. */
function selection(
  output: GraphQLOutputType,
  place: { path: string; depth: number; ids: readonly string[] },
): Arbitrary<Part> {
  const type = getNamedType(output);
  if (!isCompositeType(type)) return fc.constant({ text: '', variables: [] });
  if (!isObjectType(type) && !isInterfaceType(type))
    return fc.constant({ text: ' { __typename }', variables: [] });
  const all: AnyField[] = Object.values(type.getFields());
  const leaves = all.filter(each => !isCompositeType(getNamedType(each.type)));
  const possible = place.depth >= deepest ? leaves : all;
  if (possible.length === 0) return fc.constant({ text: ' { __typename }', variables: [] });
  return fc
    .subarray(possible, { minLength: 1, maxLength: Math.min(mostFields, possible.length) })
    .chain(chosen => fc.tuple(...chosen.map(each => field(each, place))))
    .map(parts => joined(parts, ` { ${parts.map(({ text }) => text).join(' ')} }`));
}

function operation(
  type: 'query' | 'mutation',
  root: GraphQLObjectType,
  ids: readonly string[],
): Arbitrary<FuzzDocument> {
  const fields: AnyField[] = Object.values(root.getFields());
  return fc
    .array(fc.constantFrom(...fields), { minLength: 1, maxLength: 3 })
    .chain(chosen =>
      fc.tuple(...chosen.map((each, index) => field(each, { path: `v${index}`, depth: 0, ids }))),
    )
    .map(parts => {
      const body = parts.map(({ text }, index) => `f${index}: ${text}`).join(' ');
      const variables = parts.flatMap(part => part.variables);
      const declared = variables.map(({ name, type: of }) => `$${name}: ${of}`).join(', ');
      return {
        query: `${type}${declared && `(${declared})`} { ${body} }`,
        variables: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
      };
    });
}

/** Valid operations of a schema, queries and mutations; `ids` are those of things that there are. */
export function fuzzDocument(schema: GraphQLSchema, ids: readonly string[]): Arbitrary<FuzzDocument> {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (!query || !mutation) throw new Error('The schema lacks queries or mutations.');
  return fc.oneof(
    { weight: 2, arbitrary: operation('query', query, ids) },
    { weight: 1, arbitrary: operation('mutation', mutation, ids) },
  );
}
