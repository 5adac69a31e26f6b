import './seller-head.css';
import { useHead } from '../../head/use-head.ts';
import { useFormat } from '../../i18n/format.ts';
import type { SellerPageQuery } from './seller.generated.ts';
import { usePageWords } from './words.ts';

/** Who the seller is. */
export function SellerHead({ seller }: { seller: NonNullable<SellerPageQuery['user']> }) {
  const words = usePageWords();
  const format = useFormat();
  const { id, name, createdAt } = seller;
  const books = words.books(seller.books?.totalCount ?? 0);
  useHead({
    title: name,
    description: words.description(name, books),
    type: 'profile',
    structured: absolute => ({
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', '@id': absolute(`/sellers/${id}`), name },
    }),
  });
  return (
    <header className="seller-head">
      <h1 dir="auto">{name}</h1>
      <p>
        {books} · {words.since(format.day(createdAt))}
      </p>
    </header>
  );
}
