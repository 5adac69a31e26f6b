import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import type { SubgraphName } from '../runtime/services.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

/** What a resolver is handed as the parent of a type: the entity that the subgraph keeps, or a page of them. */
const mappers: Record<SubgraphName, Record<string, string>> = {
  auth: {
    User: './user.ts#User',
    UserConnection: '../../runtime/connection.ts#Connection<User>',
    UserEdge: '../../runtime/connection.ts#Edge<User>',
    Session: './session.ts#Session',
  },
  catalog: {
    Book: './book.ts#Book',
    BookConnection: './book-connection.ts#BookPage',
    BookEdge: '../../runtime/connection.ts#Edge<Book>',
    StockReservation: './stock-reservation.ts#StockReservation',
  },
  purchase: {
    Purchase: './purchase.ts#Purchase',
    PurchaseLine: './purchase-line.ts#PurchaseLine',
    PurchaseEvent: './purchase-event.ts#PurchaseEvent',
    PurchaseConnection: '../../runtime/connection.ts#Connection<Purchase>',
    PurchaseEdge: '../../runtime/connection.ts#Edge<Purchase>',
    Payment: './payment.ts#Payment',
    Delivery: './delivery.ts#Delivery',
    DeliveryProvider: './delivery-provider.ts#DeliveryProvider',
  },
};

/** The TypeScript types of one subgraph's resolvers, made from its SDL. */
export function resolverTypes(name: SubgraphName): Promise<string> {
  return codegen({
    filename: `subgraphs/${name}/resolvers.generated.ts`,
    schema: subgraphDocument(name),
    documents: [],
    plugins: [{ add: {} }, { typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: {
      add: { plugin: () => '// Made by `npm run schema` from the SDL. Do not edit.' },
      typescript,
      typescriptResolvers,
    },
    config: {
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      emitLegacyCommonJSImports: false,
      importExtension: '.ts',
      contextType: './context.ts#Context',
      mappers: mappers[name],
      avoidOptionals: { field: true, object: true, resolvers: false },
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      scalars: {
        ID: 'string',
        DateTime: { input: 'Date', output: 'Date' },
        Decimal: 'string',
      },
    },
  });
}
