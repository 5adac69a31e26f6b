import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CertificateAuthority } from '../../testing/certificate-authority.ts';
import { giveCertificate } from '../../testing/give-certificate.ts';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { subgraphs } from '../services.ts';

const scratch = mkdtempSync(join(tmpdir(), 'bookstore-tls-store-'));
const authority = new CertificateAuthority(join(scratch, 'authority'));
const before = getCACertificates();
let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  const tlsFolder = join(scratch, 'tls');
  giveCertificate(tlsFolder, authority, '127.0.0.1');
  running = await startTestStore('tls', { tlsFolder });
  store = new StoreUser(running.description);
  setDefaultCACertificates([authority.root]);
});

afterAll(async () => {
  setDefaultCACertificates(before);
  await running?.stop();
  rmSync(scratch, { recursive: true });
});

test('a store whose services speak TLS sells a book', async () => {
  const [seller, buyer] = [await store.register('Seller'), await store.register('Buyer')];
  const bookId = await publishBook(seller.client, { stock: 2 });
  const delivery = await soundDelivery(buyer.client);
  const { purchase, userErrors } = await purchaseBook(buyer.client, { bookId, quantity: 1, delivery });
  expect(userErrors).toEqual([]);
  const paid = await payPurchase(buyer.client, { purchaseId: purchase?.id });
  expect([paid.userErrors, paid.purchase?.status]).toEqual([[], 'PAID']);
});

test('none of them answers plain HTTP, or somebody without a certificate', async () => {
  const [ports] = running.description.ports;
  for (const name of [...subgraphs, 'worker'] as const) {
    await expect(fetch(`http://127.0.0.1:${ports?.[name]}/health`)).rejects.toThrow();
    await expect(fetch(`https://127.0.0.1:${ports?.[name]}/health`)).rejects.toThrow();
  }
  await expect(fetch(`http://127.0.0.1:${ports?.gateway}/health`)).rejects.toThrow();
});
