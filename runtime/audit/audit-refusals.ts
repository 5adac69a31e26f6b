import type { BaseContext } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { Database } from '../database.ts';
import type { OperationHooks } from '../graphql-server/operation-hooks.ts';
import type { Logger } from '../logger.ts';
import { appendEntries } from './append-entries.ts';

/** So many fields of one operation are noted: a document may name one a thousand times. */
const mostFields = 5;

/** The field that an error is about, by its own name: the path has the name that the client gave it. */
function fieldOf({ nodes }: GraphQLError): string {
  const [node] = nodes ?? [];
  return node?.kind === 'Field' ? node.name.value.slice(0, 50) : 'field';
}

/**
 * Notes in the audit log what a caller was refused for lack of a right (FORBIDDEN): administrators' and sister services' fields.
 * What a caller may not know of is told as if it were not there, and is no refusal.
 */
export const auditRefusals = <Context extends BaseContext>(
  database: Database,
  logger: Logger,
): OperationHooks<Context> => ({
  requestDidStart: () => ({
    didEncounterErrors: async ({ errors }) => {
      const refused = errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN').slice(0, mostFields);
      if (refused.length === 0) return;
      const entries = refused.map(error => ({ action: `${fieldOf(error)}.refused` }));
      await appendEntries(database.fork(), entries).catch(err =>
        logger.warn({ err }, 'a refusal could not be noted in the audit log'),
      );
    },
  }),
});
