import { defineEntity, p } from '@mikro-orm/mysql';
import { emailKeyOf } from './email-address.ts';
import type { Role } from './resolvers.generated.ts';

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'user',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    /** As its owner wrote it. */
    email: p.string(),
    /** What no two accounts share: emailKeyOf(email). */
    emailKey: p.string(),
    /** Argon2id in the PHC format, which carries its parameters. */
    passwordHash: p.string(),
    role: p.string().$type<Role>(),
    createdAt: p.datetime(3),
    /** When a mail to this address was answered; null until then. */
    emailVerifiedAt: p.datetime(3).strictNullable(),
    /** When its owner deleted the account. Then nothing here tells who that was, and nobody is shown the row. */
    deletedAt: p.datetime(3).strictNullable(),
  },
});

/** The name of the unique key over email_key. */
export const emailUnique = 'user_email_key';

export class User extends UserSchema.class {
  /** Gives the account another e-mail address to log in with. */
  changeEmail(email: string): void {
    this.email = email;
    if (this.emailKey !== emailKeyOf(email)) this.emailVerifiedAt = null;
    this.emailKey = emailKeyOf(email);
  }

  /** Empties the account of what tells whose it was; its address is free. No password fits `nobodysHash`. */
  delete(now: Date, nobodysHash: string): void {
    this.name = '';
    this.email = '';
    // Unlike any address, and unlike all others.
    this.emailKey = this.id;
    this.passwordHash = nobodysHash;
    this.role = 'CUSTOMER';
    this.emailVerifiedAt = null;
    this.deletedAt = now;
  }
}
UserSchema.setClass(User);

/** An account as it is shown. What changes one loads all of it, as an entity. */
export type ShownUser = Pick<User, 'id' | 'name' | 'email' | 'role' | 'createdAt' | 'emailVerifiedAt'>;

/** The condition of accounts that were not deleted. */
export const notDeleted = { deletedAt: null } as const;

export { UserSchema };
