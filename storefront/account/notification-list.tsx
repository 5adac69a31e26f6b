import { Link } from 'react-router';
import { useFormat } from '../i18n/format.ts';
import { wordsHook } from '../i18n/words.ts';
import type { ReaderNotification } from './use-notifications.ts';

type Reasons = Record<ReaderNotification['reason'], string>;

const en: Reasons & { label: string; isNew: string } = {
  label: 'News',
  isNew: 'New:',
  PURCHASE_PAID: 'A sale was paid: send it off',
  PURCHASE_SHIPPED: 'A purchase is on its way',
  PURCHASE_DELIVERED: 'A sale has arrived',
  PURCHASE_CANCELLED: 'A purchase was called off',
  PURCHASE_EXPIRED: 'A reservation has run out',
};
const es: typeof en = {
  label: 'Novedades',
  isNew: 'Nuevo:',
  PURCHASE_PAID: 'Una venta fue pagada: envíala',
  PURCHASE_SHIPPED: 'Una compra va en camino',
  PURCHASE_DELIVERED: 'Una venta llegó',
  PURCHASE_CANCELLED: 'Una compra se canceló',
  PURCHASE_EXPIRED: 'Una reserva venció',
};
const useNotificationWords = wordsHook({ en, es });

const ofSales = new Set<string>(['PURCHASE_PAID', 'PURCHASE_DELIVERED']);

/** What the reader is to know, the latest first, each with the way to what it is about. */
export function NotificationList({ notifications }: { notifications: readonly ReaderNotification[] }) {
  const words = useNotificationWords();
  const format = useFormat();
  if (notifications.length === 0) return null;
  return (
    <ul className="notifications" aria-label={words.label}>
      {notifications.map(({ id, reason, createdAt, readAt, purchase }) => (
        <li key={id}>
          <Link to={`/${ofSales.has(reason) ? 'sales' : 'purchases'}/${purchase?.id ?? ''}`}>
            <span>
              {readAt === null && <strong>{words.isNew} </strong>}
              {words[reason]}
            </span>
            <time className="field-hint" dateTime={createdAt}>
              {format.dateTime(createdAt)}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  );
}
