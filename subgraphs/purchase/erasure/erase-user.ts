import type { Erase } from '../../../runtime/erasure/start-erasing.ts';
import { callOffOpen } from './call-off-open.ts';
import { eraseBought } from './erase-bought.ts';
import { eraseSold } from './erase-sold.ts';

/**
 * Erases what purchase holds on a user whose account was deleted. What is open is called off first; false while something
 * is under way that cannot be called off yet, such as a payment. Purchases stay, with books, amounts and statuses: they are
 * the other side's too.
 */
export const eraseUser: Erase = async (em, deletion, goOn) => {
  const isAllOver = await callOffOpen(em, deletion.userId, goOn);
  await eraseBought(em, deletion, goOn);
  await eraseSold(em, deletion.userId, goOn);
  return isAllOver;
};
