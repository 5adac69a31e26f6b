import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's parameters for argon2id, which is the algorithm that the package uses unless told otherwise.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password in one of the ways to write its letters, so that it is the same from every keyboard. */
export const normalPassword = (password: string): string => password.normalize('NFC');

/** The argon2id hash of a password, in the PHC format, which carries its salt and parameters. */
export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), parameters);

/** Whether a password is the one that the hash was made of. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, normalPassword(password));

const { memoryCost, timeCost, parallelism } = parameters;
const beginning = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`;

/** Whether a hash was made by another algorithm or other parameters than those of today. */
export const isOutdated = (passwordHash: string): boolean => !passwordHash.startsWith(beginning);

/** The hash of a password that nobody knows: checking against it takes as long as against a real one. */
export const nobodysHash = await hashPassword(randomUUID());
