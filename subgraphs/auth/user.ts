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
}
UserSchema.setClass(User);

export { UserSchema };
