import { GraphQLScalarType, Kind } from 'graphql';
import { badUserInput } from './errors.ts';

// RFC 3339, section 5.6.
const instant = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

function parseDateTime(value: unknown): Date {
  const date = typeof value === 'string' && instant.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    throw badUserInput('A DateTime is an RFC 3339 string such as "2026-11-20T09:30:00.000Z".');
  }
  return date;
}

function parseDecimal(value: unknown): string {
  if (typeof value === 'string' && value.length <= 40 && /^-?\d+(\.\d+)?$/.test(value)) return value;
  throw badUserInput('A Decimal is a string of digits with an optional decimal point, such as "12.50".');
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: value => (value instanceof Date ? value : parseDateTime(value)).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: node => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: parseDecimal,
  parseValue: parseDecimal,
  parseLiteral: node => parseDecimal(node.kind === Kind.STRING ? node.value : undefined),
});
