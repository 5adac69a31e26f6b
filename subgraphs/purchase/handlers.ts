import { noteDeletion } from '../../runtime/erasure/note-deletion.ts';
import type { Handlers } from '../../runtime/events/handlers.ts';

/** What purchase does about the events that it hears. */
export const handlers: Handlers = {
  // Whoever waited for catalog's answer may have died: the worker looks at once, and not only when it must.
  StockReserved: async (tx, { purchaseId }) => {
    await tx.execute(
      "UPDATE purchase SET due_at = NOW(3) WHERE id = ? AND status = 'PENDING' AND due_at > NOW(3)",
      [purchaseId],
      'run',
    );
  },
  AccountDeleted: (tx, { userId }) => noteDeletion(tx, userId),
};
