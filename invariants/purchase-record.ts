export interface Line {
  bookId: string;
  quantity: number;
  /** Minor units. */
  unitPrice: number;
}

/** A payment, with what the provider knows of it. */
export interface PaymentRecord {
  id: string;
  status: string;
  /** Minor units. */
  amount: number;
  /** Whether it began so long ago that it should be settled. */
  isLate: boolean;
  charge: { status: string; amount: number } | undefined;
}

/** A purchase with everything that belongs to it, in all databases. */
export interface PurchaseRecord {
  id: string;
  /** NONE where there is no such purchase, but copies set aside for it. */
  status: string;
  /** Minor units. */
  total: number;
  reservation: { status: string; lines: Line[] } | undefined;
  lines: Line[];
  history: string[];
  payments: PaymentRecord[];
  /** Whether catalog must still be told to take the copies back. */
  releaseDue: boolean;
  /** Whether the worker will look at it again. */
  isDueSometime: boolean;
  /** Which of its times lie so far back that what follows should have happened. */
  late: { made: boolean; moved: boolean; due: boolean; reservedUntil: boolean };
}

export const isOpen = ({ status }: PaymentRecord): boolean => status === 'PENDING' || status === 'AUTHORIZED';

export const isSettled = ({ status }: PurchaseRecord): boolean =>
  status === 'PAID' || status === 'SHIPPED' || status === 'DELIVERED';
