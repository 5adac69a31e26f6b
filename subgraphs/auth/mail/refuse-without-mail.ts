import { serviceUnavailable } from '../../../runtime/errors.ts';
import type { Mailer } from './mailer.ts';

/** SERVICE_UNAVAILABLE where this store sends no mail, whoever asks. */
export function refuseWithoutMail(mailer: Mailer | undefined): void {
  if (!mailer) throw serviceUnavailable("The store's mail");
}
