import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { databaseSettings, readerUrlsOf } from '../../runtime/database-settings.ts';
import { processSettings } from '../../runtime/process-settings.ts';
import {
  count,
  databaseUrlOf,
  flag,
  portOf,
  signingKey,
  storeUrl,
  urlOf,
} from '../../runtime/setting-types.ts';
import { isGiven } from '../../runtime/settings.ts';
import { sisterSettings } from '../../runtime/sister-settings.ts';
import { isEmailAddress, normalEmail } from './email-address.ts';
import { passwordWeakness } from './password-rules.ts';

const hashesAtOnce = (): number => Math.min(3, Math.max(1, availableParallelism() - 1));

const adminEmail = z
  .string()
  .transform(normalEmail)
  .refine(isEmailAddress, 'must be an e-mail address such as admin@example.org')
  .meta({ values: 'an e-mail address' })
  .describe('The first administrator; comes with ADMIN_PASSWORD or not at all. For the first start.');

const adminPassword = z
  .string()
  .superRefine((password, context) => {
    const weakness = passwordWeakness(password, { email: undefined, storeUrl: process.env.STORE_URL });
    if (weakness) context.addIssue(weakness);
  })
  .meta({ values: 'as for all accounts', isSecret: true })
  .describe('The first password of the first administrator.');

/** auth's settings. ADMIN_EMAIL and ADMIN_PASSWORD come together or not at all. */
export const authSettings = {
  ...processSettings,
  ...databaseSettings,
  ...sisterSettings,
  AUTH_PORT: portOf('auth'),
  CATALOG_URL: urlOf('catalog'),
  PURCHASE_URL: urlOf('purchase'),
  DATABASE_URL_AUTH: databaseUrlOf('auth'),
  DATABASE_URL_AUTH_READER: readerUrlsOf('auth'),
  AUTH_SIGNING_KEY: signingKey.describe(
    'Signs access tokens at first, and seals the keys that sign them later, and the secrets of second factors. Best given as a file.',
  ),
  SIGNING_KEY_DAYS: count(0, 3650, 90).describe(
    'A key that signs access tokens is followed by another one after so many days; 0 for never. Nobody notices.',
  ),
  REFRESH_TOKEN_DAYS: count(1, 365, 30).describe('How long a session lasts without use.'),
  SESSION_DAYS: count(1, 3650, 90).describe(
    'How long a session lasts at the most, however much it is used; then its user logs in anew.',
  ),
  REFRESH_TOKEN_GRACE_SECONDS: count(0, 60, 10).describe(
    'How long a browser may send the refresh token again that it has just used: two tabs at once, an answer that was lost.',
  ),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]+/, 'must look like smtp://user:password@host:587')
    .meta({ values: '`smtp://user:password@host:587`, or `smtps://…`', isSecret: true })
    .describe('The server that sends the store’s mail. Needs STORE_URL.')
    .optional(),
  MAIL_FROM: z
    .string()
    .meta({ values: 'an e-mail address, with a name where you like' })
    .describe('Who the store’s mails are from.')
    .default('Bookstore <no-reply@bookstore.example>'),
  MAIL_DIR: z
    .string()
    .meta({ values: 'a folder' })
    .describe(
      'Where mails are put as files while there is no SMTP_URL. `npm start` has one; else there is none.',
    )
    .optional(),
  STORE_URL: isGiven('SMTP_URL') ? storeUrl : storeUrl.optional(),
  GUESSES_PER_ACCOUNT: count(1, 1_000, 10).describe(
    'How many wrong passwords in a row one account takes, and how many wrong codes of its second factor; from then on it waits after each.',
  ),
  FIRST_GUESS_WAIT_SECONDS: count(1, 3_600, 30).describe(
    'How long an account waits at first then; twice as long each time.',
  ),
  LONGEST_GUESS_WAIT_SECONDS: count(1, 86_400, 900).describe(
    'How long it waits at the most: for so long strangers can hold up an owner who comes from a new place.',
  ),
  GUESSES_PER_NETWORK: count(1, 100_000, 100).describe(
    'How many wrong passwords, how many taken e-mail addresses at registration, and how many mails for forgotten passwords and registrations an hour one client may cause, and how many tokens that are none the audit log notes of it: an IPv4 address, or an IPv6 network of /64.',
  ),
  REGISTRATIONS_PER_NETWORK: count(1, 100_000, 1_000).describe(
    'How many accounts an hour one such client may make where accounts are not made by mail (REGISTRATION_BY_MAIL); there GUESSES_PER_NETWORK limits them. Fewer where no school or office registers at once.',
  ),
  LEAKED_PASSWORDS_URL: z
    .string()
    .regex(
      /^https?:\/\/[^/@]+\/(?:.*\/)?$/,
      'must be a URL without a user that ends with /, such as https://api.pwnedpasswords.com/range/',
    )
    .meta({ values: 'such as `https://api.pwnedpasswords.com/range/`' })
    .describe(
      'Where new passwords are looked up among those that leaked elsewhere, by the first five of the forty digits of a hash: an API like that of Have I Been Pwned, which auth must be able to reach. Where it does not answer within a second they are accepted, and `bookstore_leaked_password_lookups_total` tells. Without it nobody is asked.',
    )
    .optional(),
  PASSWORD_HASHES_AT_ONCE: count(1, 64, hashesAtOnce)
    .describe(
      'How many passwords a process of auth hashes at once: each takes a core and 19 MiB for some 20 ms. Node has four threads for that and for all else that would block it (UV_THREADPOOL_SIZE): leave one free, and a core.',
    )
    .meta({ fallbackInWords: 'a core less than there are, from 1 to 3' }),
  PASSWORD_HASHES_WAITING: count(0, 10_000, 60).describe(
    'How many more may wait for that, as many as are hashed in a second or so; beyond them a login is told at once to come again (SERVICE_UNAVAILABLE).',
  ),
  REGISTRATION_BY_MAIL: flag(() => isGiven('SMTP_URL'))
    .describe(
      'Whether an account is made only once the link in a mail is opened, so that nobody learns which addresses have one (otherwise EMAIL_TAKEN tells it, which GUESSES_PER_NETWORK limits). By default where there is an SMTP_URL.',
    )
    .meta({ fallbackInWords: '`true` with an SMTP_URL, else `false`' }),
  EMAIL_CHANGE_NEEDS_PASSWORD: flag(false).describe(
    'Whether another e-mail address is given to an account by its password alone (`currentPassword` of updateProfile), which the shop always asks for and sends. Best `true`; not by default, since clients of the API that are older than it send none.',
  ),
  ADMINISTRATORS_NEED_SECOND_FACTOR: flag(false).describe(
    'Whether administrators are that with a second factor alone: without one they are customers, who can set it up (beginSecondFactor, or the account’s page of the shop). Set one up, then turn this on.',
  ),
  ADMIN_EMAIL: isGiven('ADMIN_PASSWORD') ? adminEmail : adminEmail.optional(),
  ADMIN_PASSWORD: isGiven('ADMIN_EMAIL') ? adminPassword : adminPassword.optional(),
};
