import type { EntityManager } from '@mikro-orm/mysql';
import type { NewEvent } from '../../schema/events.ts';
import { isId } from '../ids.ts';
import { scopeHere } from '../tracing/scope.ts';

/** Something that was done, or refused. */
export interface AuditEntry {
  /** As an event or a mutation is called: `AccountDeleted`, `login`. What was refused ends in `.refused`. */
  action: string;
  /** What it was done to: the id of a user, a session, a book, a purchase … */
  subjectId?: string | null;
  /** Who did it; the caller of the request where it is not said, nobody where there is none. */
  actorId?: string | null;
  /** More of it: ids, numbers and codes. Other texts are left out, since they could tell who somebody is. */
  facts?: object;
}

const isCode = (text: string): boolean => /^[A-Z][A-Z0-9_]{0,59}$/.test(text);

/** A value without the texts that are neither ids nor codes; undefined where nothing is left. */
function impersonal(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return isId(value) || isCode(value) ? value : undefined;
  if (Array.isArray(value)) return value.map(impersonal);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, impersonal(each)]));
}

const row = '(NOW(3), ?, ?, ?, ?, ?)';

/** Appends to the audit log, by one statement: in the transaction of what was done, or by itself where that was refused. */
export async function appendEntries(em: EntityManager, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { actorId: caller = null, requestId = null } = scopeHere() ?? {};
  await em.execute(
    `INSERT INTO audit_entry (at, action, actor_id, subject_id, facts, request_id)
     VALUES ${entries.map(() => row).join(', ')}`,
    entries.flatMap(({ action, actorId = caller, subjectId = null, facts = {} }) => [
      action,
      actorId,
      subjectId,
      JSON.stringify(impersonal(facts)),
      requestId,
    ]),
    'run',
  );
}

/** What others are told of, as the audit log keeps it. */
export const entryOfEvent = ({ type, subject, body }: NewEvent): AuditEntry => ({
  action: type,
  subjectId: subject,
  facts: body,
});
