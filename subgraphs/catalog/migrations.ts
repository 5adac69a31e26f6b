import type { MigrationObject } from '@mikro-orm/mysql';
import { Books } from './migrations/20261121-books.ts';
import { Events } from './migrations/20261122-events.ts';
import { Heartbeat } from './migrations/20261122-heartbeat.ts';
import { StockPutIn } from './migrations/20261122-stock-put-in.ts';
import { TokenFacts } from './migrations/20261123-token-facts.ts';
import { EventOrigins } from './migrations/20261124-event-origins.ts';
import { Incarnation } from './migrations/20261124-incarnation.ts';
import { Covers } from './migrations/20261125-covers.ts';
import { PublicationKeys } from './migrations/20261125-publication-keys.ts';
import { AccountDeletion } from './migrations/20261128-account-deletion.ts';
import { Buyers } from './migrations/20261128-buyers.ts';
import { OpenReservations } from './migrations/20261128-open-reservations.ts';
import { AuditLog } from './migrations/20261129-audit-log.ts';

/** The migrations of catalog's database, in their order. */
export const migrations: MigrationObject[] = [
  { name: '20261121-books', class: Books },
  { name: '20261122-stock-put-in', class: StockPutIn },
  { name: '20261122-events', class: Events },
  { name: '20261122-heartbeat', class: Heartbeat },
  { name: '20261123-token-facts', class: TokenFacts },
  { name: '20261124-event-origins', class: EventOrigins },
  { name: '20261124-incarnation', class: Incarnation },
  { name: '20261125-publication-keys', class: PublicationKeys },
  { name: '20261125-covers', class: Covers },
  { name: '20261128-account-deletion', class: AccountDeletion },
  { name: '20261128-buyers', class: Buyers },
  { name: '20261128-open-reservations', class: OpenReservations },
  { name: '20261129-audit-log', class: AuditLog },
];
