import {
  buildASTSchema,
  type DocumentNode,
  extendSchema,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
} from 'graphql';

// The directives of Federation that the SDL imports, so that graphql-js can read it by itself.
const federation = parse(`
  directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @shareable repeatable on OBJECT | FIELD_DEFINITION
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
  directive @link(url: String!, import: [String]) repeatable on SCHEMA
`);

const pascal = /^[A-Z][A-Za-z0-9]*$/;
const camel = /^[a-z][A-Za-z0-9]*$/;
const upper = /^[A-Z][A-Z0-9_]*$/;
const roots = new Set(['Query', 'Mutation']);

const named = (where: string, name: string, style: RegExp): string[] =>
  style.test(name) ? [] : [`${where}: the name does not follow ${style}`];

const described = (where: string, description: string | null | undefined): string[] =>
  description?.trim() ? [] : [`${where} has no description`];

function lintField(where: string, field: GraphQLField<unknown, unknown>): string[] {
  const findings = [...named(where, field.name, camel), ...described(where, field.description)];
  for (const argument of field.args) {
    const place = `${where}(${argument.name}:)`;
    findings.push(...named(place, argument.name, camel), ...described(place, argument.description));
  }
  const type = getNamedType(field.type);
  if (isObjectType(type) && type.name.endsWith('Connection')) {
    const names = field.args.map(argument => argument.name);
    if (!names.includes('first') || !names.includes('after'))
      findings.push(`${where}: a connection takes first and after`);
    if (isNonNullType(field.type))
      findings.push(`${where}: a connection is nullable, so that a part that is down blanks nothing`);
  }
  return findings;
}

function lintConnection(type: GraphQLNamedType): string[] {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return [];
  const wanted = ['edges', 'nodes', 'pageInfo', 'totalCount'];
  const missing = wanted.filter(name => !type.getFields()[name]);
  return missing.map(name => `${type.name} lacks ${name} (Relay)`);
}

function lintMutation(field: GraphQLField<unknown, unknown>): string[] {
  const type = getNamedType(field.type);
  const expected = `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
  const findings: string[] = [];
  if (type.name !== `${expected}Payload`) findings.push(`Mutation.${field.name}: returns ${expected}Payload`);
  if (isObjectType(type) && !type.getFields().userErrors) findings.push(`${type.name} lacks userErrors`);
  if (field.args.some(({ name }) => name !== 'input'))
    findings.push(`Mutation.${field.name}: takes input alone, or nothing`);
  return findings;
}

function lintType(type: GraphQLNamedType): string[] {
  const findings = roots.has(type.name) ? [] : described(type.name, type.description);
  findings.push(...named(type.name, type.name, pascal), ...lintConnection(type));
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields()))
      findings.push(...lintField(`${type.name}.${field.name}`, field));
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      const where = `${type.name}.${field.name}`;
      findings.push(...named(where, field.name, camel), ...described(where, field.description));
    }
  }
  if (isEnumType(type)) {
    for (const value of type.getValues()) {
      const where = `${type.name}.${value.name}`;
      findings.push(...named(where, value.name, upper), ...described(where, value.description));
    }
  }
  if (type.name === 'Mutation' && isObjectType(type))
    findings.push(...Object.values(type.getFields()).flatMap(lintMutation));
  return findings;
}

/** What in a subgraph's SDL breaks the rules of names, descriptions, connections and payloads, one line each. */
export function lint(name: string, sdl: DocumentNode): string[] {
  const schema = extendSchema(buildASTSchema(federation, { assumeValid: true }), sdl, {
    assumeValidSDL: true,
  });
  return Object.values(schema.getTypeMap())
    .filter(type => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap(lintType)
    .map(finding => `${name}: ${finding}`);
}
