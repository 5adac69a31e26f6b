import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { ServiceName } from '../../runtime/services.ts';
import { administrator } from '../../testing/test-store.ts';

/** RECOVERY_SECONDS. */
export const recoverySeconds = 3;

/** How long a purchase's copies are kept: long enough to pay at leisure, short enough to see many run out. */
export const reservationSeconds = 15;

export interface StoreSecrets {
  /** PEM (PKCS #8). */
  signingKey: string;
  internalTokenSecret: string;
}

export function newSecrets(): StoreSecrets {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    signingKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    internalTokenSecret: randomBytes(32).toString('hex'),
  };
}

/** Three requests in ten lose their answer after they took effect; one in ten each meets another mishap. */
const paymentFaults = (seed: number) => `drop=0.3,twice=0.1,late=0.03,error=0.1,seed=${seed}`;

/** The settings of a process, but for its port and where it finds the others. All time-outs are the defaults. */
export function settingsOf(
  service: ServiceName,
  secrets: StoreSecrets,
  faultSeed: number,
): Record<string, string> {
  const ofEach = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    INTERNAL_TOKEN_SECRET: secrets.internalTokenSecret,
  };
  if (service === 'gateway') return { ...ofEach, PLAYGROUND: 'false' };
  // What a few buyers leave unpaid in a round is more than people do.
  if (service === 'catalog') return { ...ofEach, MAX_OPEN_RESERVATIONS: '10000', MAX_COPIES_HELD: '10000' };
  if (service === 'auth')
    return {
      ...ofEach,
      AUTH_SIGNING_KEY: secrets.signingKey,
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      // Who registers again after an answer was lost is told EMAIL_TAKEN, and all come from one address.
      GUESSES_PER_NETWORK: '100000',
      REGISTRATIONS_PER_NETWORK: '100000',
    };
  return {
    ...ofEach,
    RESERVATION_SECONDS: String(reservationSeconds),
    RECOVERY_SECONDS: String(recoverySeconds),
    PAYMENT_FAULTS: paymentFaults(faultSeed),
  };
}
