/**
 * The failpoints that somebody who buys or sells meets: which process fails there, and in which story
 * (failpoint-stories.ts) it is met.
 */
export const failpoints = [
  ['purchase-book.before-begin', 'purchase', 'order'],
  ['purchase-book.after-begin', 'purchase', 'order'],
  ['reserve-stock.before-commit', 'catalog', 'order'],
  ['reserve-stock.after-commit', 'catalog', 'order'],
  ['purchase-book.after-reserve', 'purchase', 'order'],
  ['purchase-book.before-write', 'purchase', 'order'],
  ['purchase-book.before-answer', 'purchase', 'order'],
  ['pay-purchase.after-begin', 'purchase', 'pay'],
  ['pay-purchase.after-authorize', 'purchase', 'pay'],
  ['pay-purchase.before-write', 'purchase', 'pay'],
  ['pay-purchase.after-authorized', 'purchase', 'pay'],
  ['commit-stock.before-commit', 'catalog', 'pay'],
  ['commit-stock.after-commit', 'catalog', 'pay'],
  ['pay-purchase.after-commit-stock', 'purchase', 'pay'],
  ['pay-purchase.after-capture', 'purchase', 'pay'],
  ['pay-purchase.before-answer', 'purchase', 'pay'],
  ['cancel-purchase.before-cancel', 'purchase', 'cancel'],
  ['cancel-purchase.after-cancel', 'purchase', 'cancel'],
  ['release-stock.before-commit', 'catalog', 'cancel'],
  ['release-stock.after-commit', 'catalog', 'cancel'],
  ['give-back.after-release', 'purchase', 'cancel'],
  ['give-back.after-refund', 'purchase', 'cancel'],
  ['ship-purchase.before-ship', 'purchase', 'ship'],
  ['ship-purchase.after-ship', 'purchase', 'ship'],
  ['confirm-delivery.before-confirm', 'purchase', 'confirm'],
  ['confirm-delivery.after-confirm', 'purchase', 'confirm'],
] as const;

/** Those that a process meets by itself, sooner or later, once somebody has ordered something. */
export const laterFailpoints = {
  worker: [
    'claim-due.before-claim',
    'claim-due.after-claim',
    'expire-purchase.before-expire',
    'expire-purchase.after-expire',
    'relay.after-claim',
    'relay.after-deliver',
    'relay.after-receipts',
  ],
  auth: ['inbox.before-accept', 'inbox.after-accept', 'inbox.after-apply', 'inbox.before-commit'],
} as const;

export type Story = (typeof failpoints)[number][2];
