import type { PageBook } from './queries.ts';

/** What search engines are told of a book: a product on offer that is a book, in the words of schema.org. */
export const structuredBook =
  (book: PageBook) =>
  (absolute: (path: string) => string): object => ({
    '@context': 'https://schema.org',
    '@type': ['Product', 'Book'],
    '@id': absolute(`/books/${book.id}`),
    name: book.title,
    image: absolute(book.cover.width960),
    author: book.authors.map(name => ({ '@type': 'Person', name })),
    ...(book.description && { description: book.description }),
    ...(book.isbn && { isbn: book.isbn, gtin13: book.isbn }),
    ...(book.language && { inLanguage: book.language }),
    ...(book.publisher && { publisher: { '@type': 'Organization', name: book.publisher } }),
    ...(book.publishedYear !== null && { datePublished: String(book.publishedYear) }),
    ...(book.subjects.length > 0 && { keywords: book.subjects }),
    offers: {
      '@type': 'Offer',
      url: absolute(`/books/${book.id}`),
      price: book.price.amount,
      priceCurrency: book.price.currencyCode,
      availability: `https://schema.org/${book.stock > 0 ? 'InStock' : 'OutOfStock'}`,
      itemCondition: `https://schema.org/${book.condition === 'NEW' ? 'NewCondition' : 'UsedCondition'}`,
      ...(book.seller && {
        seller: { '@type': 'Person', name: book.seller.name, url: absolute(`/sellers/${book.seller.id}`) },
      }),
    },
  });
