import './purchase-status.css';
import type { PurchaseStatus as Status } from '../graphql/schema-types.generated.ts';
import { wordsHook } from '../i18n/words.ts';

const en: Record<Status, string> = {
  PENDING: 'Being reserved',
  REJECTED: 'Not reserved',
  AWAITING_PAYMENT: 'Awaiting payment',
  EXPIRED: 'Expired',
  PAID: 'Paid',
  SHIPPED: 'On its way',
  DELIVERED: 'Delivered',
  CANCELLED: 'Called off',
};
const es: Record<Status, string> = {
  PENDING: 'Reservándose',
  REJECTED: 'No reservada',
  AWAITING_PAYMENT: 'Espera el pago',
  EXPIRED: 'Vencida',
  PAID: 'Pagada',
  SHIPPED: 'En camino',
  DELIVERED: 'Entregada',
  CANCELLED: 'Cancelada',
};

/** What the statuses of a purchase are called. */
export const useStatusWords = wordsHook({ en, es });

/** Where a purchase stands, in a word. */
export function PurchaseStatus({ status }: { status: Status }) {
  const words = useStatusWords();
  return <span className={`purchase-status purchase-status-${status.toLowerCase()}`}>{words[status]}</span>;
}
