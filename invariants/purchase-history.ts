const paid = ['PENDING', 'AWAITING_PAYMENT', 'PAID'] as const;

/** The histories that there can be. Written down here again, apart from the code that makes them. */
export const legalHistories: readonly (readonly string[])[] = [
  ['PENDING'],
  ['PENDING', 'REJECTED'],
  ['PENDING', 'AWAITING_PAYMENT'],
  ['PENDING', 'AWAITING_PAYMENT', 'EXPIRED'],
  ['PENDING', 'AWAITING_PAYMENT', 'CANCELLED'],
  [...paid],
  [...paid, 'CANCELLED'],
  [...paid, 'SHIPPED'],
  [...paid, 'SHIPPED', 'DELIVERED'],
];

/** Two letters that tell a status from the others, in SQL. */
export const shortStatus = 'LEFT(status, 2)';
