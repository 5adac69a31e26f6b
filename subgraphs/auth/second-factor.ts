import { defineEntity, type EntityManager, p, sql } from '@mikro-orm/mysql';

const SecondFactorSchema = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  properties: {
    userId: p.string().primary(),
    /** What the codes are made of, sealed for this user, as base64url. */
    sealedSecret: p.string(),
    /** When its secret was made. */
    createdAt: p.datetime(3),
    /** Since when login asks for a code; null until the first one has proved that the user has the secret. */
    confirmedAt: p.datetime(3).strictNullable(),
    /** The step of the last code that was accepted: that one and those before are good no more. */
    lastStep: p.integer(),
  },
});

/** What makes codes for a login, on a device of the user's. */
export class SecondFactor extends SecondFactorSchema.class {}
SecondFactorSchema.setClass(SecondFactor);

/** How long one that was begun waits for its first code, in minutes. */
export const confirmMinutes = 30;

/** The condition of those that were begun and wait for their first code. */
export const isBegun = () => ({
  confirmedAt: null,
  createdAt: { $gt: sql`NOW(3) - INTERVAL ${confirmMinutes} MINUTE` },
});

/** The condition of those that login asks for. */
export const isOn = { confirmedAt: { $ne: null } } as const;

/** What an account's login asks for at this moment; null where it has no second factor. */
export const secondFactorOf = (em: EntityManager, userId: string): Promise<SecondFactor | null> =>
  em.findOne(SecondFactor, { userId, ...isOn }, { refresh: true });

/** Takes an account's second factor away, with its recovery codes. */
export async function dropSecondFactor(tx: EntityManager, userId: string): Promise<void> {
  await tx.execute('DELETE FROM recovery_code WHERE user_id = ?', [userId], 'run');
  await tx.execute('DELETE FROM second_factor WHERE user_id = ?', [userId], 'run');
}

export { SecondFactorSchema };
