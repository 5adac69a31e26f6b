import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';

/** A certificate authority of a test's own; all its files are in `folder`. */
export class CertificateAuthority {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#openssl('req', '-x509', ...this.#newKey('ca'), '-subj', '/CN=Test authority', '-out', 'ca.pem');
  }

  #openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.#folder, stdio: 'pipe' });
  }

  #newKey(name: string): string[] {
    return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
  }

  #read(file: string): string {
    return readFileSync(join(this.#folder, file), 'utf8');
  }

  /** Its own certificate, which has signed all others, in PEM. */
  get root(): string {
    return this.#read('ca.pem');
  }

  /** Key and certificate in PEM for a name or an address; it ended already where `days` is negative. */
  issue(name: string, days: number): string {
    this.#openssl('req', ...this.#newKey('leaf'), '-subj', `/CN=${name}`, '-out', 'leaf.csr');
    writeFileSync(join(this.#folder, 'extensions'), `subjectAltName=${isIP(name) ? 'IP' : 'DNS'}:${name}\n`);
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', `${days}`, '-extfile', 'extensions'];
    this.#openssl('x509', '-req', '-in', 'leaf.csr', ...signed, '-out', 'leaf.pem');
    return this.#read('leaf.key') + this.#read('leaf.pem');
  }

  /** Key and certificate in PEM for a name that nobody but itself has signed. */
  selfSigned(name: string): string {
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    this.#openssl('req', '-x509', ...this.#newKey('own'), ...subject, '-days', '3650', '-out', 'own.pem');
    return this.#read('own.key') + this.#read('own.pem');
  }
}
