import { Link } from 'react-router';
import { AddressLines } from '../../components/address-lines.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { PagePurchase } from './use-purchase.ts';
import { usePageWords } from './words.ts';

function Delivery({ delivery }: { delivery: NonNullable<PagePurchase['delivery']> }) {
  const words = usePageWords();
  return (
    <section>
      <h2>{words.delivery}</h2>
      <AddressLines address={delivery.address} />
      <p className="field-hint">{words.by(delivery.provider.name)}</p>
      {delivery.trackingNumber && (
        <p>
          {words.tracking}: <strong>{delivery.trackingNumber}</strong>
        </p>
      )}
    </section>
  );
}

/** What is bought, from whom, for how much, and where it goes. */
export function Summary({ purchase }: { purchase: PagePurchase }) {
  const words = usePageWords();
  const format = useFormat();
  const { lines, seller, subtotal, delivery, deliveryCost, total } = purchase;
  return (
    <aside className="purchase-summary">
      <section>
        <h2>{words.lines}</h2>
        <ul className="purchase-lines">
          {lines.map(line => (
            <li key={line.book?.id ?? line.title}>
              {line.quantity > 1 && `${words.quantity(format.number(line.quantity))} `}
              {line.book ? <Link to={`/books/${line.book.id}`}>{line.title}</Link> : line.title}
            </li>
          ))}
        </ul>
        {seller && (
          <p className="field-hint">
            {words.seller} <Link to={`/sellers/${seller.id}`}>{seller.name}</Link>
          </p>
        )}
        <dl className="leaders">
          <div>
            <dt>{words.subtotal}</dt>
            <dd>{format.money(subtotal)}</dd>
          </div>
          {delivery && (
            <div>
              <dt>{words.delivery}</dt>
              <dd>{format.money(deliveryCost)}</dd>
            </div>
          )}
          <div className="purchase-total">
            <dt>{words.total}</dt>
            <dd>{format.money(total)}</dd>
          </div>
        </dl>
      </section>
      {delivery && <Delivery delivery={delivery} />}
    </aside>
  );
}
