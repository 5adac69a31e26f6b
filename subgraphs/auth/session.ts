import { defineEntity, p, sql } from '@mikro-orm/mysql';
import { unauthenticated } from '../../runtime/errors.ts';
import { User } from './user.ts';

const dayMilliseconds = 24 * 3600 * 1000;

/** How many days a session lasts without use, and at the most. */
export interface SessionLife {
  refreshTokenDays: number;
  sessionDays: number;
}

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.string().primary(),
    user: () => p.manyToOne(User),
    userAgent: p.string().strictNullable(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3),
    /** When its newest refresh token ends, and it with it. */
    expiresAt: p.datetime(3),
    /** When it ended early: by logging out, a change of password or role, a new second factor, or a refresh token used twice. */
    endedAt: p.datetime(3).strictNullable(),
  },
});

/** One sign-in on one device. */
export class Session extends SessionSchema.class {
  /** Tokens are given out: it lives on. */
  use(now: Date, life: SessionLife): void {
    this.lastUsedAt = now;
    this.expiresAt = endOfSession(this.createdAt, now, life);
  }
}
SessionSchema.setClass(Session);

export { SessionSchema };

/** When a session ends by itself that is used now: whichever comes first, a long time without use or its greatest age. */
export const endOfSession = (
  createdAt: Date,
  now: Date,
  { refreshTokenDays, sessionDays }: SessionLife,
): Date =>
  new Date(
    Math.min(
      now.getTime() + refreshTokenDays * dayMilliseconds,
      createdAt.getTime() + sessionDays * dayMilliseconds,
    ),
  );

/** The condition of sessions that have not ended, neither early nor by themselves. */
export const notEnded = () => ({ endedAt: null, expiresAt: { $gt: sql.now(3) } });

/** The access token holds by itself, but its session has ended. */
export const sessionEnded = () => unauthenticated('The access token has ended. Refresh it, or log in again.');
