import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphs } from '../../../../runtime/services.ts';
import { keepSigningKey } from '../../../local/secrets.ts';
import { writePrivateFile } from '../../../local/write-private-file.ts';

// The secrets of the local overlay, as files in its folder secrets/ (or the one that is named). What is there stays.

const folder = process.argv[2] ?? join(import.meta.dirname, 'secrets');
const file = (name: string): string => join(folder, name);

function keep(name: string, content: () => string): string {
  if (!existsSync(file(name))) writePrivateFile(file(name), content());
  return readFileSync(file(name), 'utf8');
}

const password = (): string => randomBytes(24).toString('base64url');

keep('INTERNAL_TOKEN_SECRET', () => randomBytes(48).toString('base64url'));
keepSigningKey(file('AUTH_SIGNING_KEY'));
keep('ADMIN_EMAIL', () => 'admin@bookstore.example');
keep('ADMIN_PASSWORD', password);
for (const name of subgraphs) {
  const ofDatabase = keep(`${name}-database-password`, password);
  keep(
    `DATABASE_URL_${name.toUpperCase()}`,
    () => `mysql://bookstore:${ofDatabase}@${name}-database:3306/bookstore`,
  );
}
const ofBroker = keep('rabbitmq-password', password);
keep('AMQP_URL', () => `amqp://bookstore:${ofBroker}@rabbitmq:5672`);
keep('rabbitmq-user.conf', () => `default_user = bookstore\ndefault_pass = ${ofBroker}\n`);

console.log(
  `The secrets of the local overlay are in ${folder}; the administrator's password is in ADMIN_PASSWORD.`,
);
