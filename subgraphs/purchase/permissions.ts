import {
  administrator,
  anyone,
  type PermissionTable,
  signedIn,
  sisters,
  validTokenIfAny,
} from '../../runtime/permissions.ts';

const all = { '*': anyone };

/**
 * Who may do what in purchase. Whose purchase it is, the verbs and lists ask in their queries themselves; what
 * is not in this table is refused.
 */
export const permissions: PermissionTable = {
  Query: {
    purchase: validTokenIfAny,
    purchases: administrator,
    deliveryProviders: anyone,
    purchaseDeadLetters: administrator,
    invariantsReport: administrator,
    unfinishedPurchases: sisters('auth'),
    _entities: anyone,
    _service: anyone,
  },
  Mutation: {
    purchaseBook: signedIn,
    chooseDelivery: signedIn,
    payPurchase: signedIn,
    shipPurchase: signedIn,
    confirmDelivery: signedIn,
    cancelPurchase: signedIn,
    replayPurchaseDeadLetter: administrator,
  },
  User: all,
  Book: all,
  Purchase: all,
  PurchaseLine: all,
  PurchaseEvent: all,
  PurchaseConnection: all,
  PurchaseEdge: all,
  PageInfo: all,
  MonthlyIncome: all,
  Payment: all,
  Delivery: all,
  DeliveryProvider: all,
  Address: all,
  Money: all,
  PurchaseUserError: all,
  PurchaseBookPayload: all,
  ChooseDeliveryPayload: all,
  PayPurchasePayload: all,
  ShipPurchasePayload: all,
  ConfirmDeliveryPayload: all,
  CancelPurchasePayload: all,
  DeadLetter: all,
  DeadLetterConnection: all,
  DeadLetterEdge: all,
  ReplayPurchaseDeadLetterPayload: all,
  InvariantsReport: all,
  Invariant: all,
  InvariantViolation: all,
  UnfinishedPurchases: all,
  _Service: all,
};
