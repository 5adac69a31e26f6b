import type { EntityManager } from '@mikro-orm/mysql';
import { mostAnHour } from '../one-time-token.ts';

/** An account that somebody has asked for, and that a mail is to make. */
interface PendingRegistration {
  id: string;
  name: string;
  email: string;
}

/** The newest registration of an e-mail address; undefined where it is none, or one too many in the last hour. */
export async function pendingRegistration(
  em: EntityManager,
  emailKey: string,
): Promise<PendingRegistration | undefined> {
  const [newest] = await em.execute<(PendingRegistration & { latest: number | string })[]>(
    `SELECT id, name, email,
       (SELECT COUNT(*) FROM registration
        WHERE email_key = ? AND created_at > NOW(3) - INTERVAL 1 HOUR) AS latest
     FROM registration WHERE email_key = ? AND expires_at > NOW(3) ORDER BY created_at DESC, id DESC LIMIT 1`,
    [emailKey, emailKey],
  );
  return newest && Number(newest.latest) <= mostAnHour ? newest : undefined;
}
