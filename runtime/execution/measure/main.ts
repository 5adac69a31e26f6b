import { buildSchema, execute, getOperationAST, parse } from 'graphql';
import { median } from '../../../testing/median.ts';
import { CompiledOperation } from '../compiled-operation.ts';

// The command `node_modules/.bin/node runtime/execution/measure/main.ts`: how long an operation of a hundred books takes, compiled
// and by graphql-js, in microseconds of this process alone. The books are there already: what is measured is their telling.

const books = Array.from({ length: 100 }, (_, index) => ({
  id: `book ${index}`,
  title: `Title ${index}`,
  authors: ['Ana', 'Luis'],
  stock: index,
  price: { amount: 100 * index, currencyCode: 'EUR' },
  seller: { id: `seller ${index % 7}`, name: 'Ana' },
}));
const schema = buildSchema(`
  type Query { books(first: Int): [Book!]! }
  type Book { id: ID! title: String! authors: [String!]! stock: Int! price: Money! seller: Seller }
  type Money { amount: Int! currencyCode: String! }
  type Seller { id: ID! name: String }`);
const document = parse(
  'query ($first: Int) { books(first: $first) { id title authors stock price { amount currencyCode } seller { id name } } }',
);
const operation = getOperationAST(document);
if (!operation) throw new Error('There is no operation.');
const compiled = new CompiledOperation(schema, document, operation);
const { books: field } = schema.getQueryType()?.getFields() ?? {};
if (!field) throw new Error('There is no field.');
field.resolve = () => books;

const ways = {
  'graphql-js': async () => execute({ schema, document, variableValues: { first: 100 }, contextValue: {} }),
  compiled: async () => compiled.execute({ first: 100 }, {}),
};
const times = 2_000;
const rounds = 5;

const measured = new Map<string, number[]>(Object.keys(ways).map(name => [name, []]));
for (let round = 0; round <= rounds; round += 1)
  for (const [name, answer] of Object.entries(ways)) {
    const since = process.cpuUsage();
    for (let time = 0; time < times; time += 1) await answer();
    const { user, system } = process.cpuUsage(since);
    // The first round warms up.
    if (round > 0) measured.get(name)?.push((user + system) / times);
  }
for (const [name, each] of measured) console.log(`${name}: ${median(each).toFixed(0)} µs`);
