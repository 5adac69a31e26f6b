import { expect, test } from '@jest/globals';
import { type OfferIdentity, offerKey } from './offer.ts';

const offer: OfferIdentity = {
  title: 'Angels  & Demons',
  authors: ['Gabriel García Márquez'],
  isbn: '978-0-307-47472-8',
  publishedYear: 1967,
  condition: 'GOOD',
  price: '12.50',
};

test('an offer has the same key after its way through the store', () => {
  const asGivenBack: OfferIdentity = {
    ...offer,
    title: 'Angels & Demons',
    authors: ['Gabriel García Márquez'.normalize('NFD')],
    isbn: '9780307474728',
    price: '12.5',
  };
  expect(offerKey(asGivenBack)).toBe(offerKey(offer));
  expect(offerKey({ ...offer, isbn: '0-307-47472-0' })).toBe(offerKey(offer));
});

test('offers that differ in anything else have different keys', () => {
  const others: OfferIdentity[] = [
    { ...offer, title: 'Demons' },
    { ...offer, authors: ['García', 'Márquez'] },
    { ...offer, isbn: null },
    { ...offer, publishedYear: null },
    { ...offer, condition: 'FAIR' },
    { ...offer, price: '12.51' },
  ];
  expect(new Set([offer, ...others].map(offerKey)).size).toBe(others.length + 1);
});
