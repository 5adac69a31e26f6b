import { listDeadLetters } from '../../runtime/events/dead-letters.ts';
import { toMoney } from '../../runtime/money.ts';
import { listRecords } from '../../runtime/personal-records/list-records.ts';
import { DateTime, Decimal } from '../../runtime/scalars.ts';
import { isUserOrAdministrator, viewerOf } from '../../runtime/viewer.ts';
import { deliveryAsOf, historyAsOf, paymentAsOf } from './as-of.ts';
import { cancelPurchase } from './cancel-purchase.ts';
import { chooseDelivery } from './choose-delivery.ts';
import { confirmDelivery } from './confirm-delivery.ts';
import type { Context } from './context.ts';
import { countUnfinished } from './count-unfinished.ts';
import { income } from './income.ts';
import { readInvariantsReport } from './invariants-report.ts';
import { listDeliveryProviders } from './list-delivery-providers.ts';
import { listPurchases } from './list-purchases.ts';
import { payPurchase } from './pay-purchase.ts';
import { recordKinds } from './personal-records.ts';
import { totalOf } from './purchase.ts';
import { purchaseBook } from './purchase-book.ts';
import { replayDeadLetter } from './replay-dead-letter.ts';
import type { Resolvers } from './resolvers.generated.ts';
import { shipPurchase } from './ship-purchase.ts';
import { betweenSides, notRejected } from './visible-purchases.ts';

const money = (units: number, { store }: Context) => toMoney(units, store.currency);

const user = (id: string | null) => (id ? { __typename: 'User' as const, id } : null);

export const resolvers = {
  DateTime,
  Decimal,

  Query: {
    purchase: (_, { id }, { purchases }) => purchases.load(id),
    purchases: (_, { buyerId, sellerId, ...page }, { store }) =>
      listPurchases(store, betweenSides(buyerId, sellerId), page),
    deliveryProviders: (_, { country }, context) => listDeliveryProviders(context, country),
    purchasePersonalRecords: (_, page, context) =>
      listRecords(context.store.em, recordKinds, viewerOf(context).id, page),
    purchaseDeadLetters: (_, page, { store }) => listDeadLetters(store.em, page),
    unfinishedPurchases: (_, { userId }, { store }) => countUnfinished(store, userId),
    invariantsReport: (_, __, { store }) => readInvariantsReport(store.em),
  },

  Mutation: {
    purchaseBook: (_, { input }, context) => purchaseBook(context.store, viewerOf(context), input),
    chooseDelivery: (_, { input }, context) => chooseDelivery(context.store, viewerOf(context), input),
    payPurchase: (_, { input }, context) => payPurchase(context.store, viewerOf(context), input),
    shipPurchase: (_, { input }, context) => shipPurchase(context.store, viewerOf(context), input),
    confirmDelivery: (_, { input }, context) => confirmDelivery(context.store, viewerOf(context), input),
    cancelPurchase: (_, { input }, context) => cancelPurchase(context.store, viewerOf(context), input),
    replayPurchaseDeadLetter: (_, { input }, { store }) => replayDeadLetter(input, store.em),
  },

  Purchase: {
    __resolveReference: ({ id }, { purchases }) => purchases.load(id),
    buyer: ({ buyerId }) => user(buyerId),
    seller: ({ sellerId }) => user(sellerId),
    lines: ({ id }, _, { lines }) => lines.load(id),
    subtotal: ({ subtotal }, _, context) => money(subtotal, context),
    deliveryCost: ({ deliveryCost }, _, context) => money(deliveryCost, context),
    total: (purchase, _, context) => money(totalOf(purchase), context),
    payment: async (purchase, _, { payments }) => {
      const payment = purchase.paymentId ? await payments.load(purchase.paymentId) : null;
      return payment && paymentAsOf(purchase, payment);
    },
    delivery: async (purchase, _, { deliveries }) => {
      const delivery = await deliveries.load(purchase.id);
      return delivery && deliveryAsOf(purchase, delivery);
    },
    history: async (purchase, _, { events }) => historyAsOf(purchase, await events.load(purchase.id)),
  },

  PurchaseLine: {
    book: ({ bookId }) => ({ __typename: 'Book', id: bookId }),
    title: ({ title }) => title ?? '',
    unitPrice: ({ unitPrice }, _, context) => money(unitPrice ?? 0, context),
    total: ({ unitPrice, quantity }, _, context) => money((unitPrice ?? 0) * quantity, context),
  },

  Payment: {
    amount: ({ amount }, _, context) => money(amount, context),
  },

  Delivery: {
    provider: async ({ providerId }, _, { providers }) => {
      const provider = await providers.load(providerId);
      if (!provider) throw new Error(`Delivery provider ${providerId} is gone.`);
      return provider;
    },
    address: delivery => delivery,
    cost: ({ cost }, _, context) => money(cost, context),
  },

  DeliveryProvider: {
    __resolveReference: ({ id }, { providers }) => providers.load(id),
    cost: ({ cost }, _, context) => money(cost, context),
  },

  MonthlyIncome: {
    total: ({ total }, _, context) => money(total, context),
  },

  User: {
    purchases: ({ id }, page, { viewer, store }) =>
      isUserOrAdministrator(viewer, id) ? listPurchases(store, betweenSides(id, null), page) : null,
    sales: ({ id }, page, { viewer, store }) =>
      isUserOrAdministrator(viewer, id)
        ? listPurchases(store, [...betweenSides(null, id), notRejected], page)
        : null,
    income: ({ id }, { months }, { viewer, store }) =>
      isUserOrAdministrator(viewer, id) ? income(store, id, months) : null,
  },
} satisfies Resolvers;
