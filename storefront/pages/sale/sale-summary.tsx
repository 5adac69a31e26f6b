import { Link } from 'react-router';
import { AddressLines } from '../../components/address-lines.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { Sale } from './sale-query.ts';
import { usePageWords } from './words.ts';

/** Where a sale is sent, and by whom. */
function Delivery({ delivery }: { delivery: NonNullable<Sale['delivery']> }) {
  const words = usePageWords();
  return (
    <section>
      <h2>{words.sendTo}</h2>
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

/** What is sold, to whom, for how much, and where it goes. */
export function SaleSummary({ sale }: { sale: Sale }) {
  const words = usePageWords();
  const format = useFormat();
  const { lines, buyer, subtotal, deliveryCost, total, delivery } = sale;
  return (
    <aside className="purchase-summary">
      <section>
        <h2>{words.sold}</h2>
        <ul className="purchase-lines">
          {lines.map(line => (
            <li key={line.book?.id ?? line.title}>
              {line.quantity > 1 && `${format.number(line.quantity)} × `}
              {line.book ? <Link to={`/selling/${line.book.id}`}>{line.title}</Link> : line.title}
            </li>
          ))}
        </ul>
        {buyer && (
          <p className="field-hint">
            {words.buyer} <Link to={`/sellers/${buyer.id}`}>{buyer.name}</Link>
          </p>
        )}
        <dl className="leaders">
          <div className="purchase-total">
            <dt>{words.yours}</dt>
            <dd>{format.money(subtotal)}</dd>
          </div>
          <div>
            <dt>{words.carriers}</dt>
            <dd>{format.money(deliveryCost)}</dd>
          </div>
          <div>
            <dt>{words.total}</dt>
            <dd>{format.money(total)}</dd>
          </div>
        </dl>
      </section>
      {delivery && <Delivery delivery={delivery} />}
    </aside>
  );
}
