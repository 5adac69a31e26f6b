import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { getOperationAST, parse, validate } from 'graphql';
import { apiSchemaOf } from '../schema/breaking-changes.ts';
import { readShopOperations } from './execution/shop-operations.ts';
import { asksForAlone, publicFields } from './public-fields.ts';

const schema = apiSchemaOf(readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8'));
const fields = publicFields();
const isPublic = (text: string) => asksForAlone(fields, schema, parse(text));

// A second time, so that nobody makes a field public by a row of the matrix alone.
test('what is public is this, and nothing else', () => {
  const found = Object.fromEntries(
    Array.from(fields, ([type, names]) => [
      type,
      [...names]
        .filter(name => name !== '__typename')
        .sort()
        .join(' '),
    ]),
  );
  expect(found).toEqual({
    Query: 'book books deliveryProviders user',
    User: 'books createdAt id name',
    Book: 'authors condition conditionNote cover createdAt description id isbn language otherOffers price publishedYear publisher seller sellerName status stock subjects title updatedAt version',
    BookCover: 'alt uploaded url',
    Money: 'amount currencyCode',
    BookConnection: 'edges facets nodes pageInfo totalCount',
    BookEdge: 'cursor node',
    PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
    BookFacets: 'conditions languages subjects',
    FacetValue: 'count value',
    DeliveryProvider: 'cost coverage id name',
  });
});

test('of the shop’s queries these are for everybody', () => {
  const names = readShopOperations()
    .filter(document => asksForAlone(fields, schema, document))
    .map(document => getOperationAST(document)?.name?.value);
  expect(names.sort()).toEqual([
    'BookNow',
    'BookPage',
    'Catalogue',
    'CatalogueCounts',
    'DeliveryCosts',
    'DeliveryProviders',
    'EditBook',
    'FrontPage',
    'SellerPage',
    'StoreCurrency',
    'SubjectIndex',
  ]);
});

describe('one field that is not public is enough', () => {
  test.each([
    '{ me { id } }',
    '{ user(id: "u") { name email } }',
    '{ user(id: "u") { books { nodes { seller { role } } } } }',
    '{ book(id: "b") { title seller { ...Buyer } } } fragment Buyer on User { purchases { totalCount } }',
    '{ book(id: "b") { title ... on Book { seller { ... { notifications { totalCount } } } } } }',
    '{ book(id: "b") { title: id } me @skip(if: true) { id } }',
    '{ purchase(id: "p") { subtotal { amount } } }',
    '{ books { totalCount } deliveryProviders { name } name: me { name } }',
    'query One { books { totalCount } } query Other { me { id } }',
    'mutation { logout { __typename } }',
    'mutation { __typename }',
    '{ __typename }',
    '{ books { totalCount } __schema { queryType { name } } }',
    '{ __type(name: "Book") { name } }',
  ])('%s', text => {
    expect(validate(schema, parse(text))).toEqual([]);
    expect(isPublic(text)).toBe(false);
  });
});

test.each([
  '{ books(first: 20) { __typename nodes { ...Card } } } fragment Card on Book { title price { amount } }',
  'query($id: ID!) { name: book(id: $id) { email: title ... @include(if: true) { stock } } }',
])('%s is for everybody', text => {
  expect(isPublic(text)).toBe(true);
});
