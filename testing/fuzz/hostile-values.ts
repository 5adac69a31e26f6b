import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

/** Texts that mean something to databases, shells, browsers, logs, spreadsheets, or to programs that are not careful. */
export const payloads: readonly string[] = [
  "' OR '1'='1",
  "'; DROP TABLE book; --",
  "1' UNION SELECT password_hash FROM user -- ",
  "' AND SLEEP(5) -- ",
  "'||(SELECT 0x41)||'",
  '" OR ""="',
  '`; DELETE FROM session; #',
  "\\'; UPDATE user SET role='ADMIN'; --",
  '%',
  '_',
  '%%%%',
  '\\',
  '\\%',
  '+a -b >c <d (e) ~f g* "h" @4',
  '"unclosed',
  '((((',
  '*',
  '{"$ne":null}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what it looks like
  '${7*7}',
  '{{7*7}}',
  '<%= 7*7 %>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=HYPERLINK("http://x")',
  '../../../../etc/passwd',
  'a\r\nx-injected: yes',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u202e\u200b\ufeff',
  '\ud800',
  '\udc00x',
  '😀'.repeat(200),
  'e\u0301'.repeat(300),
  'ﷺ'.repeat(100),
  'x'.repeat(10_000),
  '(a+)+$'.repeat(50),
  '$(id)',
  '| id',
  '9'.repeat(400),
];

const integers = [0, 1, -1, 20, 100, 101, 1_000_000, 2 ** 31 - 1, -(2 ** 31)];
const decimals = [
  '0',
  '-0',
  '0.00',
  '12.50',
  '0.001',
  '1000000.00',
  '1000000.01',
  '-1.00',
  '1e3',
  'NaN',
  '',
  ' 1',
];
const instants = [
  '2020-01-01T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2020-02-30T00:00:00.000Z',
  '2020-01-01',
  'now',
];

/** A text: mostly one of the payloads, also any Unicode, and sometimes one that is as it should be. */
const hostileText: Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...payloads) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('es', 'poetry', '9780306406157', 'CO', 'USD', 'a quiet shelf of books'),
  },
  { weight: 1, arbitrary: fc.emailAddress() },
);

function scalar(name: string, ids: readonly string[]): Arbitrary<unknown> {
  switch (name) {
    case 'Int':
      return fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 100 }) },
        { weight: 2, arbitrary: fc.constantFrom(...integers) },
        { weight: 1, arbitrary: fc.integer() },
      );
    case 'Boolean':
      return fc.boolean();
    case 'ID':
      return fc.oneof(fc.constantFrom(...ids), hostileText, fc.uuid());
    case 'Decimal':
      return fc.oneof(fc.constantFrom(...decimals), fc.integer().map(String), hostileText);
    case 'DateTime':
      return fc.oneof(fc.constantFrom(...instants), hostileText);
    default:
      return hostileText;
  }
}

/** A value that a variable of a type can have, as JSON. `ids` are those of things that there are. */
export function hostileValue(type: GraphQLInputType, ids: readonly string[]): Arbitrary<unknown> {
  const present = presentValue(type, ids);
  if (isNonNullType(type)) return present;
  return fc.oneof({ weight: 9, arbitrary: present }, { weight: 1, arbitrary: fc.constant(null) });
}

function presentValue(type: GraphQLInputType, ids: readonly string[]): Arbitrary<unknown> {
  if (isNonNullType(type)) return presentValue(type.ofType, ids);
  if (isListType(type)) return fc.array(hostileValue(type.ofType, ids), { maxLength: 6 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (!isInputObjectType(type)) return scalar(type.name, ids);
  const fields = Object.values(type.getFields());
  return fc.record(Object.fromEntries(fields.map(field => [field.name, hostileValue(field.type, ids)])), {
    requiredKeys: fields.filter(isRequiredInputField).map(({ name }) => name),
  });
}
