import type { MigrationObject } from '@mikro-orm/mysql';
import { Accounts } from './migrations/20261120-accounts.ts';
import { Events } from './migrations/20261122-events.ts';
import { Heartbeat } from './migrations/20261122-heartbeat.ts';
import { EventOrigins } from './migrations/20261124-event-origins.ts';
import { Incarnation } from './migrations/20261124-incarnation.ts';
import { RefreshTokenSuccessor } from './migrations/20261125-refresh-token-successor.ts';
import { SigningKeys } from './migrations/20261126-signing-keys.ts';
import { Mail } from './migrations/20261127-mail.ts';
import { VerifiedEmail } from './migrations/20261127-verified-email.ts';
import { AccountDeletion } from './migrations/20261128-account-deletion.ts';
import { Guesses } from './migrations/20261128-guesses.ts';
import { Registrations } from './migrations/20261128-registrations.ts';
import { AuditLog } from './migrations/20261129-audit-log.ts';
import { SecondFactors } from './migrations/20261130-second-factors.ts';
import { BegunSecondFactors } from './migrations/20261201-begun-second-factors.ts';

/** The migrations of auth's database, in their order. */
export const migrations: MigrationObject[] = [
  { name: '20261120-accounts', class: Accounts },
  { name: '20261122-events', class: Events },
  { name: '20261122-heartbeat', class: Heartbeat },
  { name: '20261124-event-origins', class: EventOrigins },
  { name: '20261124-incarnation', class: Incarnation },
  { name: '20261125-refresh-token-successor', class: RefreshTokenSuccessor },
  { name: '20261126-signing-keys', class: SigningKeys },
  { name: '20261127-mail', class: Mail },
  { name: '20261127-verified-email', class: VerifiedEmail },
  { name: '20261128-account-deletion', class: AccountDeletion },
  { name: '20261128-guesses', class: Guesses },
  { name: '20261128-registrations', class: Registrations },
  { name: '20261129-audit-log', class: AuditLog },
  { name: '20261130-second-factors', class: SecondFactors },
  { name: '20261201-begun-second-factors', class: BegunSecondFactors },
];
