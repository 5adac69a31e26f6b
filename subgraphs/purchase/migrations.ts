import type { MigrationObject } from '@mikro-orm/mysql';
import { DeliveryProviders } from './migrations/20261121-delivery-providers.ts';
import { Purchases } from './migrations/20261121-purchases.ts';
import { Events } from './migrations/20261122-events.ts';
import { Heartbeat } from './migrations/20261122-heartbeat.ts';
import { HistoryIndex } from './migrations/20261122-history-index.ts';
import { TokenFacts } from './migrations/20261123-token-facts.ts';
import { ChargeGivenBack } from './migrations/20261124-charge-given-back.ts';
import { EventOrigins } from './migrations/20261124-event-origins.ts';
import { Incarnation } from './migrations/20261124-incarnation.ts';
import { InvariantsReports } from './migrations/20261125-invariants-report.ts';
import { AccountDeletion } from './migrations/20261128-account-deletion.ts';
import { AuditLog } from './migrations/20261129-audit-log.ts';

/** The migrations of purchase's database, in their order. */
export const migrations: MigrationObject[] = [
  { name: '20261121-purchases', class: Purchases },
  { name: '20261121-delivery-providers', class: DeliveryProviders },
  { name: '20261122-events', class: Events },
  { name: '20261122-heartbeat', class: Heartbeat },
  { name: '20261122-history-index', class: HistoryIndex },
  { name: '20261123-token-facts', class: TokenFacts },
  { name: '20261124-event-origins', class: EventOrigins },
  { name: '20261124-incarnation', class: Incarnation },
  { name: '20261124-charge-given-back', class: ChargeGivenBack },
  { name: '20261125-invariants-report', class: InvariantsReports },
  { name: '20261128-account-deletion', class: AccountDeletion },
  { name: '20261129-audit-log', class: AuditLog },
];
