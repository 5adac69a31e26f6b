import type { EntityManager } from '@mikro-orm/mysql';
import { replayDeadLetter as replay } from '../../runtime/events/dead-letters.ts';
import type { ReplayDeadLetterInput } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** Has an event that auth could not apply tried again. */
export async function replayDeadLetter({ id }: ReplayDeadLetterInput, em: EntityManager) {
  if (await replay(em, id)) return { eventId: id, userErrors: [] };
  return { eventId: null, userErrors: [userError('NOT_FOUND', 'There is no such dead letter.', ['id'])] };
}
