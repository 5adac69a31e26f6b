import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

const patienceMilliseconds = 20_000;

/** A mail as it came. */
export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
}

/** Undoes quoted-printable (RFC 2045), of UTF-8. */
const plain = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, bytes => decodeURIComponent(bytes.replace(/=/g, '%')));

function parse(to: string, raw: string): ReceivedMail {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const subject = /^Subject: (.*)$/im.exec(head)?.[1] ?? '';
  return { to, subject, text: plain(body.join('\r\n\r\n')) };
}

/** A server that takes mail for everybody, by real SMTP, and shows what came. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Addresses that it does not know, and refuses by name. */
  readonly unknown = new Set<string>();
  /** Whether it says to come again later. */
  isBusy = false;
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, callback) =>
        this.unknown.has(address)
          ? callback(Object.assign(new Error(`<${address}> is unknown here`), { responseCode: 550 }))
          : callback(),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', chunk => chunks.push(chunk));
        stream.on('end', () => {
          if (this.isBusy) return callback(Object.assign(new Error('busy'), { responseCode: 451 }));
          const raw = Buffer.concat(chunks).toString();
          for (const { address } of session.envelope.rcptTo) this.received.push(parse(address, raw));
          callback();
        });
      },
    });
  }

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    await new Promise<void>(resolve => server.#server.listen(0, '127.0.0.1', resolve));
    // Senders are killed amid a mail. Not from the start: that it cannot listen is to be told.
    server.#server.on('error', () => undefined);
    return server;
  }

  get url(): string {
    const address = this.#server.server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** The newest mail to somebody about something; rejects where none comes in 20 s. */
  async mailTo(to: string, about: RegExp): Promise<ReceivedMail> {
    const deadline = Date.now() + patienceMilliseconds;
    for (;;) {
      const mail = this.received.findLast(each => each.to === to && about.test(each.text));
      if (mail) return mail;
      if (Date.now() > deadline) throw new Error(`no mail came to ${to} about ${about}`);
      await delay(50);
    }
  }

  stop(): Promise<void> {
    return new Promise(resolve => this.#server.close(() => resolve()));
  }
}
