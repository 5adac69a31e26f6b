import { GraphQLError } from 'graphql';
import type { ComparedGraphs, GraphAnswer, SubgraphSource } from './in-memory-graph.ts';

const refuse = (message: string, code: string) => {
  throw new GraphQLError(message, { extensions: { code, detail: 7 } });
};

const ana = { id: 's1', name: 'Ana', email: () => refuse('Not yours.', 'FORBIDDEN'), rank: 1 };
const beto = { id: 's2', name: 'Beto', email: 'b@example.org', rank: () => refuse('No rank.', 'NO_RANK') };
const sellers = [ana, beto];

/** Two sellers of whom one thing each cannot be had, and five books. */
export const books = [
  { id: 'b1', title: 'La vorágine', seller: { id: 's2' } },
  { id: 'b2', title: 'María', seller: null },
  { id: 'b3', title: 'Nocturno', seller: { id: 's1' } },
  { id: 'b4', title: 'Gone', seller: { id: 'nobody' } },
  { id: 'b5', title: 'La tierra', seller: { id: 's1' } },
];

/** A graph in which some fields fail. */
export const failingSources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { books: [Book] book: Book! broken: Int oneOf: [Int!] }
      type Mutation { publish: Book withdraw: Boolean }
      type Book @key(fields: "id") { id: ID! title: String! seller: Seller must: Seller! }
      type Seller @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        books: () => books,
        book: () => books[0],
        broken: () => refuse('Broken.', 'INTERNAL_SERVER_ERROR'),
        oneOf: () => [1, null],
      },
      Mutation: { publish: () => books[0], withdraw: () => refuse('No.', 'FORBIDDEN') },
      Book: { must: ({ seller }) => seller ?? refuse('No seller.', 'NOT_FOUND') },
    },
  },
  sellers: {
    sdl: `
      type Query { me: Seller }
      type Seller @key(fields: "id") { id: ID! name: String! email: String rank: Int! }`,
    resolvers: {
      Query: { me: () => ana },
      Seller: {
        __resolveReference: ({ id }: { id: string }) => sellers.find(seller => seller.id === id) ?? null,
      },
    },
  },
};

/** Has a subgraph of both gateways answer otherwise than it would, or throw. */
export function setFault(
  graphs: ComparedGraphs,
  name: string,
  fault: ((answer: GraphAnswer) => GraphAnswer) | undefined,
): void {
  for (const graph of [graphs.ours, graphs.apollos]) {
    const subgraph = graph.subgraphs.get(name);
    if (!subgraph) throw new Error(`no subgraph ${name}`);
    subgraph.fault =
      fault && (answer => JSON.parse(JSON.stringify(fault(JSON.parse(JSON.stringify(answer))))));
  }
}

/** The errors in the order of their places, which the order of answers does not change. */
export const told = ({ errors = [] }: GraphAnswer) =>
  errors
    .map(({ message, path, extensions }) => [path?.join('.'), message, extensions])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));

/** What both gateways answer, ours first. */
export const bothAnswer = async ({ ours, apollos }: ComparedGraphs, query: string) =>
  [await ours.ask(query), await apollos.ask(query)] as const;
