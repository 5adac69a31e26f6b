import { expect, test } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import {
  buildSchema,
  execute,
  type GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  getOperationAST,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  responsePathAsArray,
  validate,
} from 'graphql';
import { repeats } from '../../testing/figures.ts';
import { CompiledOperation } from './compiled-operation.ts';

const schema = buildSchema(`
  type Query { thing: Thing need: Thing! things(first: Int = 2): [Thing!]! maybe: [Thing] media(of: Kind): [Media] any: [Any!] matrix: [[Int!]] echo(input: Input, list: [Int!]): String }
  type Mutation { first: Thing second(first: Int): Thing! echo(input: Input): String }
  interface Media { id: ID! title: String }
  type Book implements Media { id: ID! title: String pages: Int! kind: Kind author: Thing! related: [Media!] }
  type Film implements Media { id: ID! title: String minutes: Int director: Thing }
  type Thing { id: ID! name: String! size: Float tags: [String!] book: Book media: Media! constructor: String all(first: Int): [Thing] }
  union Any = Book | Thing
  enum Kind { OLD NEW }
  input Input { text: String = "none", of: [Kind!], deeper: Input }
`);

/** The same number from 0 to 99 for the same text. */
function numberOf(text: string): number {
  let number = 7;
  for (const character of text) number = (number * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return number % 100;
}

interface World {
  seed: number;
  /** Whether some values are promised. */
  isAsync: boolean;
}

function leafAt(type: GraphQLOutputType, chance: number): unknown {
  const named = getNamedType(type);
  if (chance < 4) return { toString: undefined };
  if (isEnumType(named)) return chance % 2 ? 'OLD' : 'NEW';
  return named.name === 'String' ? `text ${chance}` : chance;
}

function outcomeAt(world: World, type: GraphQLOutputType, place: string, chance: number): unknown {
  if (chance % 17 === 0) throw new Error(`thrown at ${place}`);
  if (chance % 19 === 0) return new Error(`given at ${place}`);
  if (chance % 13 === 0) return chance % 2 ? null : undefined;
  return soundAt(world, type, place);
}

/** What a resolver gives for a place, good or bad, at once or promised, the same for the same world. */
function valueAt(world: World, type: GraphQLOutputType, place: string): unknown {
  const chance = numberOf(`${world.seed} ${place}`);
  if (!world.isAsync || numberOf(`${place} when ${world.seed}`) % 3 > 0)
    return outcomeAt(world, type, place, chance);
  const promised = Promise.resolve().then(() => outcomeAt(world, type, place, chance));
  // It may be in a list that is not read to its end.
  promised.catch(() => {});
  return promised;
}

function soundAt(world: World, type: GraphQLOutputType, place: string): unknown {
  if (isNonNullType(type)) return soundAt(world, type.ofType, place);
  const chance = numberOf(`${place} ${world.seed}`);
  if (isListType(type)) {
    if (chance === 1) return 'no list';
    const items = Array.from({ length: chance % 4 }, (_, index) =>
      itemAt(world, type.ofType, `${place}.${index}`),
    );
    return chance % 2 ? new Set(items) : items;
  }
  return isLeafType(type) ? leafAt(type, chance) : objectAt(world, type, place, chance);
}

// A list that throws while it is made is no list: its items are given, or promised.
function itemAt(world: World, type: GraphQLOutputType, place: string): unknown {
  try {
    return valueAt(world, type, place);
  } catch (error) {
    return error;
  }
}

function objectAt(world: World, type: GraphQLOutputType, place: string, chance: number): object {
  const named = getNamedType(type);
  const possible = isObjectType(named) ? [named.name] : ['Book', 'Film', 'Thing'];
  const name = chance < 3 ? 'Nobody' : possible[chance % possible.length];
  const objectType = schema.getType(name ?? '');
  const object = { __typename: name };
  if (!isObjectType(objectType)) return object;
  for (const field of Object.values(objectType.getFields())) {
    const get = () => valueAt(world, field.type, `${place}.${field.name}`);
    const isCalled = numberOf(`${place} ${field.name}`) % 2 === 0;
    Object.defineProperty(object, field.name, isCalled ? { value: get } : { get });
  }
  return object;
}

let world: World = { seed: 0, isAsync: false };
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) {
    const isRoot = ['Query', 'Mutation'].includes(type.name);
    if (!isRoot && numberOf(`${type.name} ${field.name}`) % 2) continue;
    field.resolve = (_source, args, context, info) => {
      if (field.name === 'echo') return JSON.stringify({ args, context, name: info.fieldName });
      return valueAt(
        world,
        field.type,
        `${responsePathAsArray(info.path).join('.')} ${JSON.stringify(args)}`,
      );
    };
  }
}

const directive = fc.constantFrom(
  '',
  '',
  '',
  ' @skip(if: $no)',
  ' @include(if: $no)',
  ' @include(if: true)',
  ' @include(if: $yes)',
);

const leaves: Record<string, string[]> = {
  Query: ['__typename', 'matrix', 'echo(list: [1, 2], input: { of: [OLD] })', 'echo: echo(input: $input)'],
  Mutation: ['__typename', 'echo(input: $input)'],
  Book: ['id', 'title', 'pages', 'kind', '__typename', 'p: pages'],
  Film: ['id', 'title', 'minutes', '__proto__: title'],
  Thing: ['id', 'name', 'size', 'tags', 'constructor', 'hasOwnProperty: name', '__typename'],
  Media: ['id', 'title', '__typename'],
  Any: ['__typename'],
  __Type: ['name', 'kind', '__typename'],
};
const composites: Record<string, [field: string, type: string][]> = {
  Query: [
    ['thing', 'Thing'],
    ['need', 'Thing'],
    ['things', 'Thing'],
    ['t: things(first: $count)', 'Thing'],
    ['maybe', 'Thing'],
    ['media(of: NEW)', 'Media'],
    ['any', 'Any'],
    ['__type(name: "Book")', '__Type'],
  ],
  Mutation: [
    ['first', 'Thing'],
    ['again: first', 'Thing'],
    ['second(first: $count)', 'Thing'],
  ],
  Book: [
    ['author', 'Thing'],
    ['related', 'Media'],
  ],
  Film: [['director', 'Thing']],
  Thing: [
    ['book', 'Book'],
    ['media', 'Media'],
    ['all', 'Thing'],
    ['all(first: 1)', 'Thing'],
  ],
  Media: [],
  Any: [],
};
const narrower: Record<string, string[]> = {
  Media: ['Book', 'Film', 'Media'],
  Any: ['Book', 'Thing', 'Media'],
  Thing: ['Thing'],
  Book: ['Media', 'Book'],
};

function selection(type: string, depth: number): Arbitrary<string> {
  const leaf = fc.tuple(fc.constantFrom(...(leaves[type] ?? [])), directive).map(parts => parts.join(''));
  const possible = [leaf];
  const below = composites[type] ?? [];
  if (depth < 4 && below.length > 0)
    possible.push(
      fc
        .tuple(fc.constantFrom(...below), directive)
        .chain(([[field, of], chosen]) =>
          selection(of, depth + 1).map(inside => `${field}${chosen} ${inside}`),
        ),
    );
  for (const narrow of narrower[type] ?? [])
    if (depth < 4)
      possible.push(
        fc
          .tuple(directive, selection(narrow, depth + 1))
          .map(([chosen, inside]) => `... on ${narrow}${chosen} ${inside}`),
      );
  if (type === 'Thing') possible.push(fc.constant('...ofThing'));
  if (type === 'Media') possible.push(fc.constant('...ofMedia'));
  return fc
    .array(fc.oneof(...possible), { minLength: 1, maxLength: 4 })
    .map(parts => `{ ${parts.join(' ')} }`);
}

const declared = '($no: Boolean!, $yes: Boolean = true, $count: Int, $input: Input)';
const document = fc
  .tuple(fc.constantFrom('query', 'query', 'mutation'), fc.constant(null))
  .chain(([kind]) => fc.tuple(fc.constant(kind), selection(kind === 'query' ? 'Query' : 'Mutation', 0)))
  .map(
    ([kind, body]) =>
      `${kind} Asked${declared} ${body} fragment ofThing on Thing { name media { id ...ofMedia } } fragment ofMedia on Media { title ... on Book { pages } }`,
  )
  .map(text => parse(text))
  .filter(each => validate(schema, each).every(({ message }) => /never used/.test(message)));

const variables = fc.record(
  {
    no: fc.boolean(),
    yes: fc.boolean(),
    count: fc.constantFrom(1, null, 2 ** 40),
    input: fc.constantFrom({}, null, { of: ['NEW'], deeper: { text: null } }, { unknown: 1 }),
  },
  { requiredKeys: ['no'] },
);

const placesOf = (errors: readonly GraphQLError[] = []) =>
  errors.map(({ path, locations }) => ({ path, locations }));

/** What is at a path of an answer, or null where something above it is. */
const at = (data: unknown, path: readonly (string | number)[] = []): unknown =>
  path.reduce<unknown>((value, key) => (value === null ? null : Reflect.get(Object(value), key)), data);

async function compare(isAsync: boolean): Promise<{ withErrors: number; sound: number }> {
  let withErrors = 0;
  let sound = 0;
  const property = fc.asyncProperty(document, variables, fc.nat(), async (asked, given, seed) => {
    const operation = getOperationAST(asked);
    if (!operation) throw new Error('There is no operation.');
    const compiled = new CompiledOperation(schema, asked, operation);
    world = { seed, isAsync: false };
    const expected = await execute({
      schema,
      document: asked,
      variableValues: given,
      contextValue: 'context',
    });
    world = { seed, isAsync };
    for (const _time of ['compiled', 'known']) {
      const { data, errors = [] } = await compiled.execute(given, 'context');
      expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data));
      if (!isAsync) expect(placesOf(errors)).toEqual(placesOf(expected.errors));
      expect(errors.length > 0).toBe((expected.errors ?? []).length > 0);
      if (data !== undefined) for (const { path } of errors) expect(at(data, path)).toBeNull();
    }
    if (expected.errors) withErrors += 1;
    else sound += 1;
  });
  await fc.assert(property, { numRuns: repeats(300, 1_000) });
  return { withErrors, sound };
}

test('answers as graphql-js does: the same data in the same order, and errors at the same places', async () => {
  const { withErrors, sound } = await compare(false);
  expect(Math.min(withErrors, sound)).toBeGreaterThan(30);
});

test('likewise where resolvers promise, and promises are broken', async () => {
  const { withErrors, sound } = await compare(true);
  expect(Math.min(withErrors, sound)).toBeGreaterThan(30);
});

const compiledOf = (text: string): CompiledOperation => {
  const asked = parse(text);
  const operation = getOperationAST(asked);
  if (!operation) throw new Error('There is no operation.');
  return new CompiledOperation(schema, asked, operation);
};

test('variables that do not fit are told, and nothing is executed', async () => {
  const { data, errors } = await compiledOf('query ($first: Int!) { things(first: $first) { id } }').execute(
    { first: 'x' },
    {},
  );
  expect(data).toBeUndefined();
  expect(errors?.map(({ message }) => message)).toEqual([expect.stringContaining('$first')]);
});

test('the fields of a mutation are executed one after another', async () => {
  const order: string[] = [];
  const inTurn = buildSchema('type Query { a: Int } type Mutation { a: Int b: Int }');
  const fields = inTurn.getMutationType()?.getFields() ?? {};
  for (const [name, field] of Object.entries(fields))
    field.resolve = async () => {
      order.push(`${name} begins`);
      await new Promise(resolve => setTimeout(resolve, name === 'a' ? 20 : 1));
      order.push(`${name} ends`);
      return 1;
    };
  const asked = parse('mutation { a b again: a }');
  const operation = getOperationAST(asked);
  if (!operation) throw new Error('There is no operation.');
  const { data } = await new CompiledOperation(inTurn, asked, operation).execute({}, {});
  expect(data).toEqual({ a: 1, b: 1, again: 1 });
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'a begins', 'a ends']);
});
