import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { newId } from '../../../runtime/ids.ts';
import type { Logger } from '../../../runtime/logger.ts';

/** A mail as people read it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mails. Rejects where one could not be handed over. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

interface MailSettings {
  SMTP_URL?: string | undefined;
  MAIL_FROM: string;
  MAIL_DIR?: string | undefined;
}

/** How long a mail server may take for each step. */
const stepMilliseconds = 10_000;

// Nobody answers to it, and no machine either (RFC 3834).
const headers = { 'auto-submitted': 'auto-generated' };

// An address as an object is never taken for several.
const envelopeOf = ({ to, ...words }: Mail) => ({ ...words, to: { name: '', address: to } });

const codes = z.object({ code: z.string().optional(), responseCode: z.number().optional() });

/** Why a mail was not taken, without the words of who refused it: they name whom it is for. */
function withoutWords(error: unknown): Error {
  const { code = 'no code', responseCode } = codes.safeParse(error).data ?? {};
  return new Error(`the mail was not taken: ${[code, responseCode].filter(Boolean).join(' ')}`);
}

function bySmtp(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: stepMilliseconds,
    greetingTimeout: stepMilliseconds,
    socketTimeout: stepMilliseconds,
    // What a mail says is text of ours alone: nothing in it is ever a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async mail => {
      await transport.sendMail({ from, headers, ...envelopeOf(mail) }).catch(error => {
        throw withoutWords(error);
      });
    },
    close: () => transport.close(),
  };
}

function intoFolder(folder: string, from: string, logger: Logger): Mailer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async mail => {
      const { message } = await transport.sendMail({ from, headers, ...envelopeOf(mail) });
      const file = join(folder, `${newId()}.eml`);
      writeFileSync(file, message.toString(), { mode: 0o600 });
      logger.info({ file, subject: mail.subject }, 'a mail lies in the folder MAIL_DIR');
    },
    close: () => transport.close(),
  };
}

/** Sends by SMTP where there is a server, else into a folder where one is named; undefined where mails go nowhere. */
export function openMailer(
  { SMTP_URL, MAIL_FROM, MAIL_DIR }: MailSettings,
  logger: Logger,
): Mailer | undefined {
  if (SMTP_URL) return bySmtp(SMTP_URL, MAIL_FROM);
  if (MAIL_DIR) return intoFolder(MAIL_DIR, MAIL_FROM, logger);
  logger.warn('SMTP_URL is not set: this store sends no mail, and nobody can set a forgotten password anew');
  return undefined;
}
