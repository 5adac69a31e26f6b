import { createHash, createHmac, randomBytes } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/mysql';

const RefreshTokenSchema = defineEntity({
  name: 'RefreshToken',
  tableName: 'refresh_token',
  properties: {
    /** hashOfToken(token): the token itself is kept nowhere. */
    hash: p.string().primary(),
    sessionId: p.string(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    /** When it was changed for new tokens; it is kept so that a second use is noticed. */
    usedAt: p.datetime(3).strictNullable(),
    /** With what successorOf makes the token that followed; null until then. */
    successorSalt: p.string().strictNullable(),
  },
});

/** A refresh token that was given out. */
export class RefreshToken extends RefreshTokenSchema.class {}
RefreshTokenSchema.setClass(RefreshToken);

export { RefreshTokenSchema };

/** 256 random bits as base64url: a new refresh token, or a salt. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * The token that follows another one (HMAC-SHA256 as base64url): who sends that one again can be told the same successor,
 * though it is kept nowhere. Neither a token nor a salt alone tells it.
 */
export const successorOf = (token: string, salt: string): string =>
  createHmac('sha256', token).update(salt).digest('base64url');

/** SHA-256 in hex. Such tokens cannot be guessed, so that their hash needs neither salt nor cost. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
