import { generateKeyPairSync } from 'node:crypto';
import {
  DescribeSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { secretName } from '../names.ts';
import { region } from './region.ts';

/** Fills the secret that holds auth's signing key, which Secrets Manager cannot make up; never twice. */
export async function makeSigningKey(): Promise<number> {
  const client = new SecretsManagerClient({ region: region() });
  const SecretId = secretName('AUTH_SIGNING_KEY');
  const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId }));
  if (Object.values(VersionIdsToStages ?? {}).some(stages => stages.includes('AWSCURRENT'))) {
    console.log(`${SecretId} has a key already: it stays. Another one would end every session.`);
    return 0;
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const SecretString = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
  console.log(`✓ ${SecretId} has a key`);
  return 0;
}
