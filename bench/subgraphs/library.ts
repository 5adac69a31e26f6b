import type { GraphQLResolverMap } from '@apollo/subgraph';

// Six readers, six books, and each reader's review of four of them: what the heavy query answers has about 90 kB.
const reviewsEach = 4;

interface Reader {
  id: string;
  username: string;
  name: string;
}

interface Book {
  upc: string;
  name: string;
  price: number;
  weight: number;
}

const numbers = [1, 2, 3, 4, 5, 6];
const readers: Reader[] = numbers.map(n => ({
  id: `r${n}`,
  username: `@reader${n}`,
  name: `Reader number ${n}`,
}));
const books: Book[] = numbers.map(n => ({
  upc: `b${n}`,
  name: `Book number ${n}`,
  price: 300 * n,
  weight: 150 * n,
}));

const reviews = readers.flatMap((author, of) =>
  Array.from({ length: reviewsEach }, (_, n) => ({
    id: `v${of * reviewsEach + n + 1}`,
    body: `What reader ${of + 1} thinks of it`,
    author: { id: author.id },
    book: { upc: books[(of + n) % books.length]?.upc ?? '' },
  })),
);

const readerBy = ({ id }: { id: string }) => readers.find(reader => reader.id === id);
const bookBy = ({ upc }: { upc: string }) => books.find(book => book.upc === upc);

/** The subgraphs of the bench, by name: SDL and resolvers. */
export const library: Record<string, { sdl: string; resolvers: GraphQLResolverMap }> = {
  readers: {
    sdl: `
      type Query { readers: [Reader!] reader(id: ID!): Reader }
      type Reader @key(fields: "id") { id: ID! username: String name: String }`,
    resolvers: {
      Query: { readers: () => readers, reader: (_, args) => readerBy(args) },
      Reader: { __resolveReference: readerBy },
    },
  },
  books: {
    sdl: `
      type Query { topBooks(first: Int = 5): [Book!] }
      type Book @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topBooks: (_, { first }) => books.slice(0, first) },
      Book: { __resolveReference: bookBy },
    },
  },
  stock: {
    sdl: `
      type Book @key(fields: "upc") {
        upc: String!
        price: Int @external
        weight: Int @external
        inStock: Boolean
        shippingEstimate: Int @requires(fields: "price weight")
      }`,
    resolvers: {
      Book: {
        __resolveReference: (told: object) => told,
        inStock: ({ upc }) => upc !== 'b2',
        shippingEstimate: ({ price, weight }) => (price > 1000 ? 0 : Math.round(weight / 2)),
      },
    },
  },
  reviews: {
    sdl: `
      type Review @key(fields: "id") { id: ID! body: String author: Reader book: Book }
      type Reader @key(fields: "id") { id: ID! reviews: [Review!] }
      type Book @key(fields: "upc") { upc: String! reviews: [Review!] }`,
    resolvers: {
      Reader: {
        __resolveReference: (told: object) => told,
        reviews: ({ id }) => reviews.filter(({ author }) => author.id === id),
      },
      Book: {
        __resolveReference: (told: object) => told,
        reviews: ({ upc }) => reviews.filter(({ book }) => book.upc === upc),
      },
    },
  },
};
