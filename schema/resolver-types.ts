import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import type { SubgraphName } from '../runtime/services.ts';
import { generatedNotice } from './generated-notice.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

/** What all subgraphs hand out alike. */
const shared = {
  DeadLetter: '../../runtime/events/dead-letters.ts#DeadLetter as DeadLetterEntity',
  DeadLetterConnection: '../../runtime/page.ts#Connection<DeadLetterEntity>',
  DeadLetterEdge: '../../runtime/page.ts#Edge<DeadLetterEntity>',
  PersonalRecord: '../../runtime/personal-records/list-records.ts#PersonalRecord as PersonalRecordEntity',
  PersonalRecordConnection: '../../runtime/page.ts#Connection<PersonalRecordEntity>',
  PersonalRecordEdge: '../../runtime/page.ts#Edge<PersonalRecordEntity>',
};

/** What a resolver is handed as the parent of a type: the entity that the subgraph keeps, or a page of them. */
const mappers: Record<SubgraphName, Record<string, string>> = {
  auth: {
    User: './user.ts#ShownUser',
    UserConnection: '../../runtime/page.ts#Connection<ShownUser>',
    UserEdge: '../../runtime/page.ts#Edge<ShownUser>',
    Session: './session.ts#Session as SessionEntity',
    Notification: './notification.ts#Notification as NotificationEntity',
    NotificationConnection: '../../runtime/page.ts#Connection<NotificationEntity>',
    NotificationEdge: '../../runtime/page.ts#Edge<NotificationEntity>',
  },
  catalog: {
    Book: './book.ts#ShownBook',
    BookCover: './book-cover.ts#BookCover as BookCoverFacts',
    BookConnection: './book-connection.ts#BookPage',
    BookEdge: '../../runtime/page.ts#Edge<ShownBook>',
    StockReservation: './stock-reservation.ts#StockReservation as StockReservationEntity',
  },
  purchase: {
    Purchase: './purchase.ts#ShownPurchase',
    PurchaseLine: './purchase-line.ts#ShownLine',
    PurchaseEvent: './purchase-event.ts#ShownPurchaseEvent',
    PurchaseConnection: '../../runtime/page.ts#Connection<ShownPurchase>',
    PurchaseEdge: '../../runtime/page.ts#Edge<ShownPurchase>',
    Payment: './payment.ts#ShownPayment',
    Delivery: './delivery.ts#ShownDelivery',
    Address: './delivery.ts#ShownDelivery',
    MonthlyIncome: './income.ts#MonthlyIncome as MonthlyIncomeEntity',
    InvariantsReport: './invariants-report.ts#InvariantsReport as InvariantsReportEntity',
    DeliveryProvider: './delivery-provider.ts#ShownProvider',
  },
};

/** The TypeScript types of one subgraph's resolvers, made from its SDL. */
export function resolverTypes(name: SubgraphName): Promise<string> {
  return codegen({
    filename: `subgraphs/${name}/resolvers.generated.ts`,
    schema: subgraphDocument(name),
    documents: [],
    plugins: [{ generatedNotice: {} }, { typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: {
      generatedNotice,
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
      mappers: { ...shared, ...mappers[name] },
      avoidOptionals: { field: true, object: true, resolvers: false, defaultValue: true },
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      scalars: {
        ID: 'string',
        DateTime: { input: 'Date', output: 'Date' },
        Decimal: 'string',
        JSON: 'unknown',
      },
    },
  });
}
