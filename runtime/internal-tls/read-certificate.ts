import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../reason-of.ts';

/** What a process shows to others of the store, and whom it believes, in PEM. */
export interface CertificateFiles {
  /** Its certificate, and those between it and the authority, if any. */
  cert: string;
  key: string;
  /** The authority's certificate, or those of the old one and the new one. */
  ca: string;
}

/** The files of a folder, named as in a Secret of Kubernetes of the type kubernetes.io/tls. */
export const fileNames = { cert: 'tls.crt', key: 'tls.key', ca: 'ca.crt' } as const satisfies Record<
  keyof CertificateFiles,
  string
>;

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

const certificatesIn = (pem: string): X509Certificate[] =>
  (pem.match(block) ?? []).map(each => new X509Certificate(each));

const isNow = ({ validFromDate, validToDate }: X509Certificate): boolean =>
  validFromDate.getTime() <= Date.now() && Date.now() < validToDate.getTime();

const hasIssued = (issuer: X509Certificate, issued: X509Certificate): boolean =>
  issued.checkIssued(issuer) && issued.verify(issuer.publicKey);

/** Whether an authority that counts now has signed the first certificate, if need be by way of the others. */
function isSigned([leaf, ...between]: readonly X509Certificate[], authorities: readonly X509Certificate[]) {
  let subject = leaf;
  for (const _ of [leaf, ...between]) {
    const issued = subject;
    if (!issued) return false;
    if (authorities.some(authority => isNow(authority) && hasIssued(authority, issued))) return true;
    subject = between.find(each => isNow(each) && hasIssued(each, issued));
  }
  return false;
}

const someIn = (pem: string): X509Certificate[] => {
  const found = certificatesIn(pem);
  if (found.length === 0) throw new Error('there is none');
  return found;
};

/**
 * Reads the certificate of a process from the files of `fileNames` in a folder: all three, or every mistake in them, one
 * sentence each.
 */
export function readCertificate(folder: string): { files: CertificateFiles } | { mistakes: string[] } {
  const mistakes: string[] = [];
  const tell = (file: keyof CertificateFiles, words: string) => {
    mistakes.push(`${join(folder, fileNames[file])} ${words}`);
  };
  const read = (file: keyof CertificateFiles): string | undefined => {
    try {
      return readFileSync(join(folder, fileNames[file]), 'utf8');
    } catch (error) {
      tell(file, `cannot be read (${reasonOf(error)})`);
      return undefined;
    }
  };
  const parse = <Parsed>(
    file: keyof CertificateFiles,
    pem: string | undefined,
    by: (pem: string) => Parsed,
  ) => {
    try {
      return pem === undefined ? undefined : by(pem);
    } catch {
      tell(file, file === 'key' ? 'is not a private key in PEM' : 'is not a certificate in PEM');
      return undefined;
    }
  };
  const [cert, key, ca] = [read('cert'), read('key'), read('ca')];
  const own = parse('cert', cert, someIn);
  const [leaf] = own ?? [];
  const privateKey = parse('key', key, createPrivateKey);
  const authorities = parse('ca', ca, someIn);
  if (leaf && privateKey && !leaf.checkPrivateKey(privateKey))
    tell('key', `is not the key of ${fileNames.cert}`);
  if (leaf && !isNow(leaf)) tell('cert', `is good from ${leaf.validFrom} to ${leaf.validTo} alone`);
  if (own && authorities && !isSigned(own, authorities))
    tell('cert', `is signed by none in ${fileNames.ca} that counts now`);
  if (mistakes.length > 0 || cert === undefined || key === undefined || ca === undefined) return { mistakes };
  return { files: { cert, key, ca } };
}
