// Documents made to be slow: to read, to validate, to plan or to answer. One of each trick that is known.

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const nested = (levels: number, open: string, heart: string, close = '}') =>
  `${open.repeat(levels)}${heart}${close.repeat(levels)}`;

/** Fields that stand beside themselves at every level. */
const doubled = (levels: number): string =>
  levels === 0 ? 'id' : `seller { ${doubled(levels - 1)} } seller { ${doubled(levels - 1)} }`;

const pages = 'books(first: 100) { nodes { seller { ';

export interface SlowDocument {
  query: string;
  variables?: Record<string, unknown>;
}

/** By what they do; each a query that must be refused. */
export const slowDocuments: Readonly<Record<string, SlowDocument>> = {
  'nesting, over and over': { query: nested(60, '{ books { nodes { seller ', '{ id }', '} } }') },
  'nesting, 5,000 levels': { query: nested(5_000, '{ me ', '{ id }', ' }') },
  'nesting by inline fragments': { query: `{ ${nested(600, '... { ', 'me { id }')} }`.repeat(2) },
  '1,000 aliases of a search': {
    query: `{ ${many(1_000, i => `a${i}: books(query: "a") { totalCount }`)} }`,
  },
  '100 aliases of a login': {
    query: `mutation { ${many(100, i => `a${i}: login(input: { email: "a@b.c", password: "${i}" }) { userErrors { code } }`)} }`,
  },
  'aliases by a fragment that is spread often': {
    query: `{ ${many(20, i => `b${i}: book(id: "1") { ...F }`)} } fragment F on Book { ${many(20, i => `t${i}: title`)} }`,
  },
  'a field 10,000 times': { query: `{ ${'me { id } '.repeat(10_000)} }` },
  'a field 900 times': { query: `{ ${'__typename '.repeat(900)} }` },
  'a field with arguments 200 times': { query: `{ ${'book(id: "1") { id } '.repeat(200)} }` },
  'fields twice at every level': { query: `{ book(id: "1") { ${doubled(8)} } }` },
  'inline fragments with the same fields': { query: `{ ${'... { me { id name } } '.repeat(200)} }` },
  'fragments with the same fields': {
    query: `{ ${many(150, i => `...F${i}`)} } ${many(150, i => `fragment F${i} on Query { me { id } }`)}`,
  },
  'fragments that double each other': {
    query: `{ me { ...F0 } } ${many(40, i => `fragment F${i} on User { ...F${i + 1} ...F${i + 1} ... { ...F${i + 1} } }`)} fragment F40 on User { id name }`,
  },
  'a fragment that spreads itself': { query: '{ me { ...F ...F } } fragment F on User { id ...F ...F }' },
  'fragments in a circle': {
    query: `{ me { ...F0 } } ${many(45, i => `fragment F${i} on User { ...F${(i + 1) % 45} ...F${(i + 7) % 45} }`)}`,
  },
  'a directive 800 times': { query: `{ me ${'@skip(if: false) '.repeat(300)} { id } }` },
  'a directive that is not there, 900 times': { query: `{ me ${'@a '.repeat(900)} { id } }` },
  'fields that are not there, almost': { query: `{ ${many(900, i => `bok${i}`)} }` },
  'arguments that are not there, almost': {
    query: `{ books(${many(400, i => `quer${i}: 1`)}) { totalCount } }`,
  },
  'types that are not there, almost': { query: `{ ${many(190, i => `... on Quer${i} { me }`)} }` },
  '400 variables that nobody uses': { query: `query(${many(400, i => `$v${i}: ID`)}) { me { id } }` },
  'variables in every fragment of every operation': {
    query: `${many(60, i => `query Q${i} { ...F0 }`)} ${many(49, i => `fragment F${i} on Query { b${i}: book(id: $a${i}) { id } ...F${i + 1} }`)} fragment F49 on Query { me { id } }`,
  },
  '300 operations': { query: many(300, i => `query Q${i} { me { id } }`) },
  'a list in a list, 1,500 deep': { query: `{ book(id: ${nested(1_500, '[', '1', ']')}) { id } }` },
  'an object in an object, 400 deep': {
    query: `{ books(filter: ${nested(400, '{ a: ', '1')}) { totalCount } }`,
  },
  'a list of 90,000 values': {
    query: `{ books(filter: { languages: [${'1,'.repeat(45_000)}] }) { totalCount } }`,
  },
  'a number of 90,000 digits': { query: `{ book(id: ${'9'.repeat(90_000)}) { nothing } }` },
  'a text of 45,000 line ends': { query: `{ book(id: """${'\n'.repeat(45_000)}""") { nothing } }` },
  '30,000 remarks': { query: `${'#\n'.repeat(30_000)} { nothing }` },
  'pages in pages': { query: `{ ${nested(3, pages, 'id', '} } }')} }` },
  'pages in pages, by variables': {
    query: `query($n: Int = 100) { ${nested(3, pages.replace('100', '$n'), 'id', '} } }')} }`,
    variables: { n: 100 },
  },
  'pages in pages, by fragments': {
    query: `{ books(first: 100) { ...B } } fragment B on BookConnection { nodes { seller { ...U } } } fragment U on User { books(first: 100) { ...C } } fragment C on BookConnection { nodes { otherOffers(first: 100) { nodes { id } } } }`,
  },
  'what there is to be asked, over and over': {
    query: `{ __schema { types { ${nested(8, 'fields { type { ', 'name', '} }')} } } }`,
  },
};
