import type { RequestListener } from 'node:http';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import type { Logger } from '../logger.ts';
import { type CertificateFiles, readCertificate } from './read-certificate.ts';

const rereadMilliseconds = 30_000;
const handshakeMilliseconds = 10_000;

// Both ends are ours, and of the same version or the one before: there is nobody to be lenient with.
const contextOf = (files: CertificateFiles): SecureContextOptions => ({
  ...files,
  minVersion: 'TLSv1.3',
  maxVersion: 'TLSv1.3',
});

/**
 * How the processes of a store speak to each other by TLS 1.3: each by its certificate, which those it calls and those
 * who call it are shown, and all believing the same authority and no other one. The files are read again every half
 * minute (follow): a certificate that was replaced holds for the connections that come then.
 */
export class InternalTls {
  readonly #folder: string;
  #files: CertificateFiles;
  #context: SecureContextOptions;
  readonly #servers = new Set<Server>();
  #lastMistakes = '';

  constructor(folder: string, files: CertificateFiles) {
    this.#folder = folder;
    this.#files = files;
    this.#context = contextOf(files);
  }

  /** What both ends of a connection are made of; another object once the files are others. */
  get context(): SecureContextOptions {
    return this.#context;
  }

  /**
   * A server that speaks nothing but TLS 1.3. Unless it takes anyone it asks for clients' certificates, and ends the
   * handshake of who has none of our authority's: before a request, and without a ticket by which to come back.
   */
  createServer(options: ServerOptions & { takesAnyone: boolean }, handler: RequestListener): Server {
    const { takesAnyone, ...others } = options;
    const server = createServer(
      {
        ...others,
        ...this.#context,
        requestCert: !takesAnyone,
        rejectUnauthorized: !takesAnyone,
        handshakeTimeout: handshakeMilliseconds,
      },
      handler,
    );
    this.#servers.add(server);
    server.once('close', () => this.#servers.delete(server));
    return server;
  }

  /** Looks at the files once more. What is not sound is told, once, and what was there before is kept. */
  reread(logger: Logger): void {
    const read = readCertificate(this.#folder);
    const mistakes = 'mistakes' in read ? read.mistakes.join('; ') : '';
    if (mistakes && mistakes !== this.#lastMistakes)
      logger.error(`the certificate for other services is not taken: ${mistakes}`);
    this.#lastMistakes = mistakes;
    if ('files' in read && !this.#isKnown(read.files)) this.#take(read.files, logger);
  }

  /** Rereads every half minute, until the function that it returns is called. */
  follow(logger: Logger): () => void {
    const timer = setInterval(() => this.reread(logger), rereadMilliseconds).unref();
    return () => clearInterval(timer);
  }

  #isKnown({ cert, key, ca }: CertificateFiles): boolean {
    return cert === this.#files.cert && key === this.#files.key && ca === this.#files.ca;
  }

  #take(files: CertificateFiles, logger: Logger): void {
    this.#files = files;
    this.#context = contextOf(files);
    for (const server of this.#servers) server.setSecureContext(this.#context);
    logger.info('there is another certificate for other services');
  }
}
