import { z } from 'zod';
import { InternalTls } from './internal-tls.ts';
import { readCertificate } from './read-certificate.ts';

/** INTERNAL_TLS_DIR: a folder with the files of read-certificate.ts. */
export const internalTlsFolder = z
  .string()
  .transform((folder, context): InternalTls => {
    const read = readCertificate(folder);
    if ('files' in read) return new InternalTls(folder, read.files);
    for (const mistake of read.mistakes) context.addIssue(mistake);
    return z.NEVER;
  })
  .meta({ values: 'a folder with `tls.crt`, `tls.key` and `ca.crt`' })
  .describe(
    'The certificate by which the process is known to others of the store, and the authority that they all believe: then they speak TLS 1.3 to each other, and nothing else. For all services or none; the URLs of the others then begin with https. Files that are replaced are read within a minute.',
  );
