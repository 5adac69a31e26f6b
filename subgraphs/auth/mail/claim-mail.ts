import type { EntityManager } from '@mikro-orm/mysql';
import { claimDue } from '../../../runtime/claim-due.ts';
import type { MailKind } from './request-mail.ts';

/** A mail that is to be sent. */
export interface MailRequest {
  id: string;
  kind: MailKind;
  emailKey: string;
  /** How often it was tried. */
  attempts: number;
}

/** Longer than a mail server may take for one. */
const leaseSeconds = 120;
/** 1, 2, 4 … minutes between attempts, for about a day; then nobody waits for it any more. */
const mostAttempts = 11;

/** The request that is due longest, which `owner` alone holds for two minutes; undefined where none is due. */
export function claimMail(em: EntityManager, owner: string): Promise<MailRequest | undefined> {
  return claimDue(em, 'mail_request', async tx => {
    const [row] = await tx.execute<{ id: string; kind: MailKind; email_key: string; attempts: number }[]>(
      `SELECT id, kind, email_key, attempts FROM mail_request
       WHERE due_at <= NOW(3) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!row) return undefined;
    await tx.execute(
      'UPDATE mail_request SET owner = ?, due_at = NOW(3) + INTERVAL ? SECOND WHERE id = ?',
      [owner, leaseSeconds, row.id],
      'run',
    );
    return { id: row.id, kind: row.kind, emailKey: row.email_key, attempts: row.attempts };
  });
}

/** It is sent, or need not be. */
export async function forgetMail(em: EntityManager, { id }: MailRequest, owner: string): Promise<void> {
  await em.execute('DELETE FROM mail_request WHERE id = ? AND owner = ?', [id, owner], 'run');
}

/** It is to be tried again later, unless it was tried often enough. */
export async function putOffMail(em: EntityManager, request: MailRequest, owner: string): Promise<void> {
  if (request.attempts + 1 >= mostAttempts) return forgetMail(em, request, owner);
  await em.execute(
    `UPDATE mail_request SET due_at = NOW(3) + INTERVAL POW(2, attempts) MINUTE, attempts = attempts + 1, owner = NULL
     WHERE id = ? AND owner = ?`,
    [request.id, owner],
    'run',
  );
}
