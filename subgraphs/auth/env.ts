import { z } from 'zod';
import { databaseSettings, readerUrls } from '../../runtime/database-settings.ts';
import {
  amqpUrl,
  commonSettings,
  count,
  databaseUrl,
  portOf,
  signingKey,
  urlOf,
} from '../../runtime/setting-types.ts';
import { isEmailAddress, normalEmail } from './email-address.ts';
import { passwordWeakness } from './password-rules.ts';

const adminEmail = z
  .string()
  .transform(normalEmail)
  .refine(isEmailAddress, 'must be an e-mail address such as admin@example.org');

const adminPassword = z.string().superRefine((password, context) => {
  const weakness = passwordWeakness(password, undefined);
  if (weakness) context.addIssue(weakness);
});

const isGiven = (name: string): boolean => Boolean(process.env[name] || process.env[`${name}_FILE`]);

/** auth's settings. ADMIN_EMAIL and ADMIN_PASSWORD come together or not at all. */
export const authSettings = {
  ...commonSettings,
  ...databaseSettings,
  AUTH_PORT: portOf('auth'),
  CATALOG_URL: urlOf('catalog'),
  AMQP_URL: amqpUrl.optional(),
  DATABASE_URL_AUTH: databaseUrl,
  /** Readers for what people without a token ask; none by default. */
  DATABASE_URL_AUTH_READER: readerUrls,
  AUTH_SIGNING_KEY: signingKey,
  REFRESH_TOKEN_DAYS: count(1, 365, 30),
  ADMIN_EMAIL: isGiven('ADMIN_PASSWORD') ? adminEmail : adminEmail.optional(),
  ADMIN_PASSWORD: isGiven('ADMIN_EMAIL') ? adminPassword : adminPassword.optional(),
};
