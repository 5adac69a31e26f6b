import { generateKeyPairSync } from 'node:crypto';
import { ringOf } from '../../../runtime/internal-keys.ts';
import type { StoreObjects } from './store-objects.ts';

const signingKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

const text = 'a text that is long enough for every secret';

/** What stands for a secret that a cluster takes from elsewhere: something of the right form. */
function sampleOf(key: string): string {
  if (key.startsWith('DATABASE_URL_')) return 'mysql://somebody:a-password@database.example:3306/bookstore';
  if (key === 'AMQP_URL') return 'amqps://somebody:a-password@broker.example:5671';
  if (key === 'SMTP_URL') return 'smtps://somebody:a-password@mail.example:465';
  if (key === 'AUTH_SIGNING_KEY') return signingKey();
  if (key === 'ADMIN_EMAIL') return 'admin@bookstore.example';
  if (key === 'INTERNAL_TOKEN_KEYS') return ringOf(text, 'gateway');
  return text;
}

/** The Secrets that the cluster will have, by name: for each key its content. */
export function secretsOf({ secrets, externalSecrets }: StoreObjects): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { metadata, data = {} } of secrets) {
    const decoded = Object.entries(data).map(
      ([key, value]) => [key, Buffer.from(value, 'base64').toString()] as const,
    );
    found.set(metadata?.name ?? '', new Map(decoded));
  }
  for (const { metadata, spec } of externalSecrets) {
    const keys = spec?.data?.map(({ secretKey }) => [secretKey, sampleOf(secretKey)] as const);
    found.set(metadata?.name ?? '', new Map(keys));
  }
  return found;
}
