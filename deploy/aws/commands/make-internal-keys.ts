import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { ringOf } from '../../../runtime/internal-keys.ts';
import { keyOwners, keysNameOf } from '../../image/secret-readers.ts';
import { StartError } from '../../local/start-error.ts';
import { secretName } from '../names.ts';
import { region } from './region.ts';

/**
 * Fills the secrets that hold each service's INTERNAL_TOKEN_KEYS, made of INTERNAL_TOKEN_SECRET as that is now: done again they
 * are the same, unless it was changed. Throws a StartError where there is none.
 */
export async function makeInternalKeys(): Promise<number> {
  const client = new SecretsManagerClient({ region: region() });
  const SecretId = secretName('INTERNAL_TOKEN_SECRET');
  const { SecretString: shared } = await client.send(new GetSecretValueCommand({ SecretId }));
  if (!shared) throw new StartError(`${SecretId} is empty.`);
  for (const owner of keyOwners) {
    const name = secretName(keysNameOf(owner));
    await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: ringOf(shared, owner) }));
    console.log(`✓ ${name} has the keys of ${owner}`);
  }
  return 0;
}
