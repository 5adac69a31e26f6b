import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { places } from '../deploy/local/places.ts';
import { UserSchema } from '../subgraphs/auth/user.ts';
import { DatabaseProcess } from '../testing/database-process.ts';
import { makeCertificate } from '../testing/make-certificate.ts';
import { openDatabase } from './database.ts';
import { createLogger } from './logger.ts';

// How Aurora is reached: its URLs end in ?ssl=Amazon%20RDS, by which mysql2 knows Amazon's certificates.

const settings = {
  DATABASE_POOL_SIZE: 2,
  STATEMENT_TIMEOUT_MS: 10_000,
  POOL_TIMEOUT_MS: 10_000,
  READER_MAX_LAG_SECONDS: 5,
};
const folder = mkdtempSync(join(tmpdir(), 'tls '));
let server: DatabaseProcess;
let pem = '';

beforeAll(async () => {
  const made = makeCertificate(folder);
  pem = made.pem;
  server = await DatabaseProcess.create(join(places.data, 'test', 'mysql-tls'), [
    `--ssl-cert=${made.certificate}`,
    `--ssl-key=${made.key}`,
  ]);
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const open = (ssl: string) =>
  openDatabase({
    url: `${server.adminUrl}mysql?ssl=${encodeURIComponent(ssl)}`,
    entities: [UserSchema],
    settings,
    logger: createLogger('test', 'silent'),
  });

test('a database is spoken to over TLS where its URL says by which certificate it is known', async () => {
  const database = await open(JSON.stringify({ ca: pem }));
  try {
    const rows = await database.fork().execute("SHOW SESSION STATUS LIKE 'Ssl_cipher'");
    expect(rows).toEqual([{ Variable_name: 'Ssl_cipher', Value: expect.stringMatching(/^TLS_|-GCM-/) }]);
  } finally {
    await database.close();
  }
});

test('a server that none of Amazon’s certificates vouches for is not spoken to', async () => {
  const database = await open('Amazon RDS');
  try {
    await expect(database.ping()).rejects.toThrow(/self.signed certificate/);
  } finally {
    await database.close();
  }
});
